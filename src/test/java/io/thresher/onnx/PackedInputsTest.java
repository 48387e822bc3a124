package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Parity;
import io.thresher.metric.Predictions;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingProgress;
import io.thresher.model.forest.RandomForestFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of wide tables predict what the pipelines do, and say which column goes where. */
class PackedInputsTest {
    private static final int ROWS = 120;
    private static final List<String> CLASSES = List.of("no", "yes");

    @TempDir
    private Path folder;

    /** Columns are called like the inputs, the outputs, and what no input can be called. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 301})
    void wide_tables_are_handed_over_in_one_tensor_of_numbers_and_one_of_words(int words) throws IOException {
        Table table = table(301, words);
        try (FittedPipeline linear = fitted(new LinearFamily(), table)) {
            Path file = exported(linear, "linear.onnx");

            assertThat(inputs(file))
                    .isEqualTo(
                            words == 0
                                    ? List.of("numbers")
                                    : words == 301 ? List.of("words") : List.of("numbers", "words"));
            try (Scorer scorer = Scorer.load(file)) {
                assertThat(scorer.signature().inputs())
                        .containsOnlyKeys(
                                table.columns().stream().map(Column::name).toList());
                assertThat(Parity.absolute(linear.predict(table), scorer.predict(table)))
                        .isLessThan(1e-6);
                Table one = table.take(new int[] {7});
                assertThat(Parity.absolute(linear.predict(one), scorer.predict(one)))
                        .isLessThan(1e-6);
            }
        }
    }

    @Test
    void as_many_inputs_as_can_be_handed_over_in_time_keep_the_names_of_their_columns() throws IOException {
        try (FittedPipeline linear = fitted(new LinearFamily(), table(300, 3))) {
            assertThat(inputs(exported(linear, "linear.onnx"))).hasSize(300).contains("words 2");
        }
    }

    @Test
    void packed_files_are_merged_as_others_are() throws IOException {
        Table table = table(310, 10);
        try (FittedPipeline linear = fitted(new LinearFamily(), table);
                FittedPipeline forest = fitted(new RandomForestFamily(), table)) {
            Path merged = folder.resolve("merged.onnx");
            OnnxMerge.write(
                    List.of(
                            new WeightedModel(exported(linear, "linear.onnx"), 0.25),
                            new WeightedModel(exported(forest, "forest.onnx"), 0.75)),
                    1,
                    Map.of(),
                    merged);

            assertThat(inputs(merged)).containsExactly("numbers", "words");
            float[] first = linear.predict(table).values();
            float[] second = forest.predict(table).values();
            float[] average = new float[first.length];
            for (int i = 0; i < average.length; i++) {
                average[i] = 0.25f * first[i] + 0.75f * second[i];
            }
            try (Scorer scorer = Scorer.load(merged)) {
                assertThat(Parity.absolute(new Predictions(ROWS, 2, average), scorer.predict(table)))
                        .isLessThan(1e-6);
            }
        }
    }

    private Path exported(FittedPipeline pipeline, String name) throws IOException {
        Path file = folder.resolve(name);
        OnnxExport.write(List.of(pipeline), CLASSES, Map.of(), file);
        return file;
    }

    private static List<String> inputs(Path file) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getInputList().stream()
                .map(ValueInfoProto::getName)
                .toList();
    }

    private static FittedPipeline fitted(ModelFamily family, Table table) {
        double[] labels = new double[ROWS];
        Arrays.setAll(labels, row -> row % 3 == 0 ? 1 : 0);
        Pipeline.Rows rows = new Pipeline.Rows(table, Target.ofClasses(CLASSES, labels));
        Map<String, Object> values = family.name().equals("forest") ? Map.of("trees", 5L) : Map.of();
        return new Pipeline(RepairRecipe.NONE, family, new Configuration(family.name(), values))
                .fit(rows, rows, new Seed(1), TrainingProgress.UNOBSERVED);
    }

    private static Table table(int columns, int words) {
        SplittableRandom random = new SplittableRandom(columns);
        List<String> names = new ArrayList<>(List.of("numbers", "label", "mood 😀"));
        IntStream.range(3, columns - words).forEach(number -> names.add("number " + number));
        List<Column> all = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            if (column < columns - words) {
                float[] values = new float[ROWS];
                for (int row = 0; row < ROWS; row++) {
                    values[row] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian();
                }
                all.add(new NumberColumn(names.get(column), values));
            } else {
                String[] cells = new String[ROWS];
                Arrays.setAll(cells, row -> random.nextInt(10) == 0 ? "" : "level " + random.nextInt(4));
                int word = column - columns + words;
                all.add(CategoryColumn.of(word == 0 ? "words" : "words " + word, List.of(cells)));
            }
        }
        return new Table(ROWS, all);
    }
}
