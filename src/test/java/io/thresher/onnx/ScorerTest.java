package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.CategoryColumn;
import io.thresher.data.ColumnSchema;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.model.TrainingProgress;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are predicted in parts and by several threads; nobody should notice. */
class ScorerTest {
    private static final int ROWS = 70_001;
    private static final int TRAINING_ROWS = 60;

    @TempDir
    private Path folder;

    @Test
    void each_of_many_rows_is_predicted_as_it_is_alone() throws IOException {
        Table rows = table(ROWS);
        try (Scorer scorer = Scorer.load(model(Map.of()))) {
            Predictions all = scorer.predict(rows);

            assertThat(all.rows()).isEqualTo(ROWS);
            for (int row = 0; row < ROWS; row += 997) {
                assertThat(all.value(row, 0))
                        .isEqualTo(scorer.predict(rows.take(new int[] {row})).value(0, 0));
            }
        }
    }

    @Test
    void a_row_in_a_call_of_its_own_bears_the_whole_call_and_one_of_many_its_share() throws IOException {
        try (Scorer scorer = Scorer.load(model(Map.of()))) {
            ScoringTime time = ScoringTime.of(scorer, table(ScoringTime.MANY + 500));
            ScoringTime ofOne = ScoringTime.of(scorer, table(1));

            assertThat(time.microsPerRow()).isPositive().isLessThan(time.microsOneRow());
            assertThat(ofOne.microsOneRow()).isPositive();
            assertThat(ofOne.microsPerRow()).isPositive();
        }
    }

    @Test
    void as_few_rows_are_scored_at_once_as_all_their_terms_have_room_for() {
        assertThat(Scorer.chunkRows(List.of(), 0)).isEqualTo(2048);
        assertThat(Scorer.chunkRows(List.of(), 20_000)).isEqualTo(104);
        assertThat(Scorer.chunkRows(List.of(), Integer.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void no_rows_give_no_predictions() throws IOException {
        try (Scorer scorer = Scorer.load(model(Map.of()))) {
            assertThat(scorer.predict(table(0)).rows()).isZero();
        }
    }

    @Test
    void a_column_that_is_not_there_is_named() throws IOException {
        try (Scorer scorer = Scorer.load(model(Map.of()))) {
            assertThatThrownBy(() -> scorer.predict(table(ROWS).without("w")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'w'");
        }
    }

    @Test
    void a_file_is_predicted_in_its_order_however_long_it_is() throws IOException {
        Path model = model(facts());
        Path input = Files.writeString(folder.resolve("in.csv"), csv(ROWS));
        Path output = folder.resolve("out.csv");

        long rows = FileScorer.score(model, input, output, (line, column, value) -> {});

        assertThat(rows).isEqualTo(ROWS);
        try (Scorer scorer = Scorer.load(model)) {
            Predictions expected = scorer.predict(table(ROWS));
            List<String> lines = new ArrayList<>(List.of("prediction"));
            for (int row = 0; row < ROWS; row++) {
                lines.add(Float.toString(expected.value(row, 0)));
            }
            assertThat(Files.readAllLines(output)).isEqualTo(lines);
        }
    }

    @Test
    void a_file_that_breaks_off_after_many_rows_leaves_nothing_behind() throws IOException {
        Path model = model(facts());
        Path input = Files.writeString(folder.resolve("in.csv"), csv(ROWS) + "1,\"red");

        assertThatThrownBy(() -> FileScorer.score(model, input, folder.resolve("out.csv"), (line, column, value) -> {}))
                .isInstanceOf(UnreadableDataset.class);

        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("out.csv"));
    }

    /** What a trial's file says of how its training data was read. */
    private Map<String, String> facts() throws IOException {
        Path csv = Files.writeString(folder.resolve("training.csv"), withTarget());
        var schema = DatasetFiles.ingest(csv, folder.resolve("dataset"), IngestLimits.DEFAULT);
        assertThat(schema.columns()).extracting(ColumnSchema::name).containsExactly("x", "w", "y");
        return Map.of(FileScorer.SCHEMA, SchemaFile.text(schema), FileScorer.TARGET, "y");
    }

    private Path model(Map<String, String> facts) throws IOException {
        Pipeline pipeline = new Pipeline(RepairRecipe.NONE, new LinearFamily(), new Configuration("linear", Map.of()));
        double[] target = new double[TRAINING_ROWS];
        for (int row = 0; row < TRAINING_ROWS; row++) {
            target[row] = number(row) + row % 3;
        }
        Pipeline.Rows rows = new Pipeline.Rows(table(TRAINING_ROWS), Target.ofNumbers(target));
        Path file = folder.resolve("model.onnx");
        try (FittedPipeline fitted = pipeline.fit(rows, rows, new Seed(1), TrainingProgress.UNOBSERVED)) {
            OnnxExport.write(List.of(fitted), List.of(), facts, file);
        }
        return file;
    }

    private static float number(int row) {
        return row * 0.5f;
    }

    private static String word(int row) {
        return List.of("red", "green", "blue").get(row % 3);
    }

    private static Table table(int rows) {
        float[] numbers = new float[rows];
        List<String> words = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            numbers[row] = number(row);
            words.add(word(row));
        }
        return new Table(rows, List.of(new NumberColumn("x", numbers), CategoryColumn.of("w", words)));
    }

    private static String csv(int rows) {
        StringBuilder csv = new StringBuilder("x,w\n");
        for (int row = 0; row < rows; row++) {
            csv.append(number(row)).append(',').append(word(row)).append('\n');
        }
        return csv.toString();
    }

    private static String withTarget() {
        StringBuilder csv = new StringBuilder("x,w,y\n");
        for (int row = 0; row < TRAINING_ROWS; row++) {
            csv.append(number(row)).append(',').append(word(row)).append(',').append(number(row) + row % 3 + 0.25);
            csv.append('\n');
        }
        return csv.toString();
    }
}
