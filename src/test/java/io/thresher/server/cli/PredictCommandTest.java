package io.thresher.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.onnx.FileScorer;
import io.thresher.onnx.OnnxExport;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Preparation;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command says of files that it cannot work with; and that it leaves nothing behind then. */
class PredictCommandTest {
    @TempDir
    Path folder;

    private Path model;
    private Path output;

    @BeforeEach
    void export() throws IOException {
        model = folder.resolve("model.onnx");
        output = folder.resolve("out.csv");
        Table table = new Table(
                2,
                List.of(
                        new NumberColumn("size", new float[] {1, 3}),
                        CategoryColumn.of("colour", List.of("red", "blue"))));
        Preparation preparation = Preparation.fit(
                        table,
                        Target.ofNumbers(new double[2]),
                        PreparationRecipe.of(new Configuration("any", Map.of()), new FeatureDemand(false, false)),
                        new Seed(1))
                .preparation();
        DatasetSchema schema = new DatasetSchema(
                2,
                Dialect.PLAIN,
                List.of(
                        new ColumnSchema("size", ColumnType.NUMBER, 0, 2),
                        new ColumnSchema("colour", ColumnType.CATEGORY, 0, 2),
                        new ColumnSchema("price", ColumnType.NUMBER, 0, 2)),
                List.of(),
                Map.of());
        OnnxExport.write(
                List.of(new FittedPipeline(RepairRecipe.NONE, preparation, new Sums())),
                List.of(),
                Map.of(FileScorer.SCHEMA, SchemaFile.text(schema), FileScorer.TARGET, "price"),
                model);
    }

    @Test
    void further_columns_are_fine_and_what_is_no_number_is_told_with_its_line() throws IOException {
        Path rows = rows("colour,note,size\nred,x,1\nblue,y,\nred,z,12O\n");

        Said said = predict(model, rows, output);

        assertThat(said.status()).as(said.words()).isZero();
        assertThat(Files.readAllLines(output)).hasSize(4).startsWith("prediction");
        assertThat(said.words())
                .contains("line 4: '12O' in column 'size' is no number and was read as missing")
                .doesNotContain("line 3");
    }

    @Test
    void of_many_values_that_are_no_numbers_the_first_are_told_and_the_others_counted() throws IOException {
        Said said = predict(model, rows("colour,size\n" + "red,many\n".repeat(25)), output);

        assertThat(said.words()).contains("line 11: 'many'", "and more of them: 15 in column 'size'");
    }

    @Test
    void every_fault_of_the_files_is_told_at_once() throws IOException {
        Said said = predict(folder.resolve("no.onnx"), folder, folder.resolve("nowhere/out.csv"));

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.words())
                .contains("there is no file", "no.onnx'; a model that Thresher exported is accepted")
                .contains("is a folder; a file of delimited text")
                .contains("there is no folder for");
    }

    @Test
    void columns_that_are_not_there_are_named_beside_those_that_are() throws IOException {
        refused(model, rows("Size,shade\n1,red\n"), "column 'size'", "column 'colour'", "the file has 'Size', 'shade'");
    }

    @Test
    void what_is_no_table_and_what_is_no_model_is_refused() throws IOException {
        refused(model, rows(""), "accepted");
        refused(model, rows("colour,size\n"), "only a header");
        refused(model, rows("colour,size\nred,1\nred,2,3\n"), "Line 3 has 3 values, but there are 2 columns");
        refused(rows("colour,size\nred,1\n"), rows("colour,size\nred,1\n"), "rows.csv is no");
        Files.write(model, new byte[0]);
        refused(model, rows("colour,size\nred,1\n"), "model.onnx");
    }

    @Test
    void files_that_are_read_and_what_is_no_file_are_not_replaced() throws IOException {
        Path rows = rows("colour,size\nred,1\n");

        assertThat(predict(model, rows, rows).words()).contains("is read, so it cannot take the predictions");
        assertThat(predict(model, rows, model).words()).contains("is read, so it cannot take the predictions");
        assertThat(predict(model, rows, folder).words()).contains("is a folder; the name of a file in it is accepted");
        assertThat(predict(model, rows, Path.of("/dev/null")).words()).contains("'/dev/null' is no ordinary file");
        assertThat(Files.readString(rows)).startsWith("colour");
    }

    private void refused(Path file, Path rows, String... words) throws IOException {
        Said said = predict(file, rows, output);

        assertThat(said.status()).as(said.words()).isEqualTo(2);
        assertThat(said.words()).contains(words).doesNotContain("Exception");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(there -> there.getFileName().toString())).containsOnly("model.onnx", "rows.csv");
        }
    }

    private Path rows(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private static Said predict(Path model, Path rows, Path output) {
        StringWriter words = new StringWriter();
        CommandLine command = new CommandLine(new PredictCommand())
                .setOut(new PrintWriter(words, true))
                .setErr(new PrintWriter(words, true));
        return new Said(command.execute(model.toString(), rows.toString(), output.toString()), words.toString());
    }

    private record Said(int status, String words) {}

    /** Adds up its features. */
    private record Sums() implements FittedModel {

        @Override
        public Predictions predict(FeatureMatrix matrix) {
            throw new UnsupportedOperationException("only the file is asked");
        }

        @Override
        public Tensor draw(GraphBuilder graph, Tensor matrix) {
            return graph.apply(
                    "ReduceSum", Attributes.none().with("keepdims", 1), matrix, graph.longs(new long[] {1}, 1));
        }
    }
}
