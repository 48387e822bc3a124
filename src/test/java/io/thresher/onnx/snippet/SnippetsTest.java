package io.thresher.onnx.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.NumberColumn;
import io.thresher.data.NumberStyle;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.TextEncoding;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.onnx.ModelSignature.Kind;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Preparation;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader copies runs as it stands and predicts what the file predicts, whatever columns and classes are called. */
class SnippetsTest {
    private static final List<String> CLASSES = List.of("no \"quotes\"", "back\\slash\u2028", "größe, \n 'it'");
    private static final Table TABLE = new Table(
            3,
            List.of(
                    new NumberColumn("plain", new float[] {1.5f, 2, Float.NaN}),
                    new NumberColumn("a \"quoted\" \\u0041 \\ name", new float[] {3e-9f, 4, 5}),
                    new NumberColumn("line\nbreak\ttab\r", new float[] {-7, 1677.5f, 5}),
                    CategoryColumn.of("größe 名 'JSON'", List.of("it's", "\"\\\n\u202e%s", "")),
                    new NumberColumn("mood 😀", new float[] {0.25f, -3, 1}),
                    CategoryColumn.of("probabilities", List.of("x", "y", "é"))));

    @TempDir
    Path folder;

    @Test
    void the_java_program_predicts_what_the_file_predicts()
            throws IOException, InterruptedException, URISyntaxException {
        for (List<String> classes : List.of(CLASSES, List.<String>of())) {
            for (int row = 0; row < 2; row++) {
                SnippetModel model = model(classes, TABLE.take(new int[] {row}));

                List<String> lines = runJava(model);

                try (Scorer scorer = Scorer.load(folder.resolve(model.file()))) {
                    Predictions expected = scorer.predict(model.example());
                    for (int output = 0; output < expected.width(); output++) {
                        assertThat(Float.parseFloat(lines.get(output).split(" ", -1)[0]))
                                .as(String.join("\n", lines))
                                .isCloseTo(expected.value(0, output), within(1e-3f));
                    }
                }
            }
        }
    }

    /** Models of wide tables take all numbers in one tensor and all words in another. */
    @Test
    void programs_for_a_wide_table_hand_over_its_columns_together()
            throws IOException, InterruptedException, URISyntaxException {
        List<Column> columns = new ArrayList<>(TABLE.columns());
        for (int column = 0; column < 300; column++) {
            columns.add(new NumberColumn("column " + column, new float[] {column, 1, 2}));
        }
        Table wide = new Table(3, columns);
        SnippetModel model = model(wide, CLASSES, wide.take(new int[] {0}));
        assertThat(model.signature().packed()).isTrue();

        List<String> lines = runJava(model);

        try (Scorer scorer = Scorer.load(folder.resolve(model.file()))) {
            Predictions expected = scorer.predict(model.example());
            assertThat(Float.parseFloat(lines.get(0).split(" ", -1)[0]))
                    .isCloseTo(expected.value(0, 0), within(1e-3f * Math.abs(expected.value(0, 0))));
        }
        assertThat(Snippets.of(model).python())
                .contains(
                        "import numpy\n",
                        "feeds[\"numbers\"] = numpy.column_stack([numbers(name)",
                        "feeds[\"words\"] = numpy.column_stack([(codes(name)")
                .doesNotContain("reshape");
        if (hasPython()) {
            program("predict.py", Snippets.of(model).python());
            run("python3", "-m", "py_compile", "predict.py");
        }
    }

    private List<String> runJava(SnippetModel model) throws IOException, InterruptedException, URISyntaxException {
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of(OrtEnvironment.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                program("Predict.java", Snippets.of(model).java()));
    }

    @Test
    void the_java_program_names_the_runtime_that_files_are_checked_with() throws IOException {
        assertThat(JavaSnippet.RUNTIME)
                .isEqualTo(OrtEnvironment.getEnvironment().getVersion());
        assertThat(Snippets.of(model(CLASSES, TABLE.take(new int[0]))).java())
                .contains("row.put(\"plain\", Float.NaN);", "row.put(\"probabilities\", \"\");");
    }

    @Test
    void the_python_program_compiles_and_names_columns_and_classes_as_they_are()
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(hasPython(), "skipped: there is no python3");
        SnippetModel model = model(CLASSES, TABLE.take(new int[] {1}));
        String python = Snippets.of(model).python();
        program("predict.py", python);
        run("python3", "-m", "py_compile", "predict.py");

        // The constants alone, which need no library, told by Python itself.
        program(
                "told.py",
                python.substring(python.indexOf("NUMBERS"), python.indexOf("rows = "))
                        + "import json\nprint(json.dumps([NUMBERS, WORDS, CLASSES, MISSING_IN, WRITTEN, CODES, INPUTS]))\n");
        JsonNode told = new ObjectMapper().readTree(run("python3", "told.py").get(0));

        assertThat(words(told.get(0))).isEqualTo(model.inputs(Kind.NUMBER));
        assertThat(words(told.get(1))).isEqualTo(model.inputs(Kind.WORD));
        assertThat(words(told.get(2))).isEqualTo(CLASSES);
        assertThat(told.get(3).toString()).isEqualTo("{\"plain\":[\"none\\\"\"]}");
        assertThat(told.get(4).toString()).isEqualTo("{\"plain\":[[\"\\\\.\",\"\"],[\",\",\".\"]]}");
        assertThat(words(told.get(5))).containsExactly("probabilities");
        assertThat(told.get(6).toString()).isEqualTo("{\"mood 😀\":\"mood {U+1F600}\"}");
        assertThat(python)
                .contains(
                        "sep=\";\"",
                        "feeds = {INPUTS.get(name, name): numbers(name)",
                        "encoding=\"latin-1\"",
                        "session.run([\"predicted_probabilities\"]")
                .doesNotContain("\u202e", "\u2028");
    }

    @Test
    void the_row_for_curl_is_json_that_a_shell_leaves_alone() throws IOException, InterruptedException {
        SnippetModel model = model(List.of(), TABLE.take(new int[] {1}));
        String curl = Snippets.of(model).curl();
        String posted = curl.substring(curl.lastIndexOf("curl"));

        // What the shell hands to the program, which is here one that gives it back.
        String given = String.join("\n", run("sh", program("post.sh", "curl() { cat; }\n" + posted)));

        JsonNode row = new ObjectMapper().readTree(given).at("/rows/0");
        assertThat(row.get("größe 名 'JSON'").asText()).isEqualTo("\"\\\n\u202e%s");
        assertThat(row.get("line\nbreak\ttab\r").asDouble()).isEqualTo(1677.5);
        assertThat(row.get("a \"quoted\" \\u0041 \\ name").asInt()).isEqualTo(4);
        assertThat(posted).contains("'http://localhost/it%27s'");
    }

    private SnippetModel model(List<String> classes, Table example) throws IOException {
        return model(TABLE, classes, example);
    }

    private SnippetModel model(Table table, List<String> classes, Table example) throws IOException {
        Target target = Target.ofNumbers(new double[table.rows()]);
        Preparation preparation = Preparation.fit(
                        table,
                        target,
                        PreparationRecipe.of(new Configuration("any", Map.of()), new FeatureDemand(false, false)),
                        new Seed(1))
                .preparation();
        String file = "it's a \"model\".onnx";
        FittedModel sums = new WeightedSums(preparation.apply(table).names().size(), Math.max(1, classes.size()));
        OnnxExport.write(
                List.of(new FittedPipeline(RepairRecipe.NONE, preparation, sums)),
                classes,
                Map.of(),
                folder.resolve(file));
        try (Scorer scorer = Scorer.load(folder.resolve(file))) {
            return new SnippetModel(scorer.signature(), schema(), example, file, "http://localhost/it's");
        }
    }

    /** As if the file had been written in Germany, and the model read one column of numbers as names. */
    private static DatasetSchema schema() {
        List<ColumnSchema> columns = new ArrayList<>();
        for (Column column : TABLE.columns()) {
            boolean number = column instanceof NumberColumn || column.name().equals("probabilities");
            boolean plain = !column.name().equals("plain");
            columns.add(new ColumnSchema(
                    column.name(),
                    number ? ColumnType.NUMBER : ColumnType.CATEGORY,
                    0,
                    3,
                    plain ? NumberStyle.PLAIN : NumberStyle.GROUPED_BY_POINT,
                    null,
                    false,
                    plain ? List.of("", "NA") : List.of("none\"")));
        }
        return new DatasetSchema(
                3, new Dialect(';', '"', true, TextEncoding.LATIN_1, true), columns, List.of(), Map.of());
    }

    private String program(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return name;
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text.lines().toList();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    /** Adds up its features by weights that differ, so that every input tells. */
    private record WeightedSums(int features, int outputs) implements FittedModel {

        @Override
        public Predictions predict(FeatureMatrix matrix) {
            throw new UnsupportedOperationException("only the file is asked");
        }

        @Override
        public Tensor draw(GraphBuilder graph, Tensor matrix) {
            float[] weights = new float[features * outputs];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = 1f / (1 + i);
            }
            return graph.apply("MatMul", matrix, graph.floats(new long[] {features, outputs}, weights));
        }
    }
}
