package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.onnx.OnnxExport;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exported files in another program than the JVM, on a runtime of another version: {@code onnxruntime-node}, where
 * {@code .ci/run} or a person has installed it; see {@code src/test/node/package.json}.
 */
class StockRuntimeTest {
    private static final Path MODULES = Path.of("target", "onnxruntime-node", "node_modules");
    private static final Path SCRIPT = Path.of("src", "test", "node", "predict.js");
    private static final int TRIES_A_FAMILY = 3;
    private static final double TOLERANCE = 1e-5;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** What the members of a model predict in the JVM. */
    private record Expected(Predictions predictions, List<String> classes, double size) {}

    @Test
    void stock_onnxruntime_predicts_what_the_pipelines_predict() throws IOException, InterruptedException {
        assumeThat(MODULES.resolve("onnxruntime-node"))
                .as("skipped: onnxruntime-node is not installed")
                .isDirectory();
        assumeThat(isOnPath("node")).as("skipped: there is no node").isTrue();
        Map<String, Expected> models = new LinkedHashMap<>();
        List<ModelFamily> families = Families.all().families();
        for (int number = 0; number < TRIES_A_FAMILY * families.size(); number++) {
            export(families.get(number % families.size()), number, models);
        }

        ProcessBuilder command =
                new ProcessBuilder("node", SCRIPT.toAbsolutePath().toString(), folder.toString());
        command.environment().put("NODE_PATH", MODULES.toAbsolutePath().toString());
        Process node = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
        assertThat(node.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(node.exitValue())
                .as(Files.readString(folder.resolve("node.log")))
                .isZero();
        for (Map.Entry<String, Expected> model : models.entrySet()) {
            compare(model.getKey(), model.getValue());
        }
    }

    private void export(ModelFamily family, int number, Map<String, Expected> models) throws IOException {
        SplittableRandom random = new Seed(number).fork("stock").random();
        ParityRows rows = OddRows.draw(random, List.of(Task.values()).get(random.nextInt(Task.values().length)));
        int[] all = IntStream.range(0, rows.training().rows()).toArray();
        Pipeline.Rows training = new Pipeline.Rows(rows.training().take(all), rows.target());
        Pipeline pipeline = new Pipeline(
                RepairRecipe.NONE, family, DrawnConfigurations.shipped().draw(family, random));
        String name = "%02d-%s".formatted(number, family.name());
        try (FittedPipeline member = pipeline.fit(training, training, new Seed(1), TrainingProgress.UNOBSERVED)) {
            List<String> classes = rows.target().classes();
            OnnxExport.write(List.of(member), classes, Map.of(), folder.resolve(name + ".onnx"));
            Table others = rows.others().take(withoutNul(rows.others()));
            Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(json(others)));
            double size = rows.target().task().isClassification()
                    ? 1
                    : IntStream.range(0, rows.target().rows())
                            .mapToDouble(row -> Math.abs(rows.target().value(row)))
                            .average()
                            .orElseThrow();
            models.put(name, new Expected(ModelHandover.average(List.of(member), others), classes, size));
        } catch (TrainingFailure e) {
            // A drawn configuration may be one that cannot learn from such rows; others of its family can.
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private void compare(String name, Expected expected) throws IOException {
        JsonNode given = JSON.readTree(folder.resolve(name + ".out.json").toFile());
        float[] values = expected.predictions().values();
        assertThat(given.path("values")).as(name).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            double tolerance = TOLERANCE * Math.max(expected.size(), Math.abs(values[i]));
            assertThat(given.path("values").path(i).asDouble())
                    .as("%s, value %d", name, i)
                    .isCloseTo(values[i], within(tolerance));
        }
        assertThat(expected.classes()).as(name).containsAll(labels(given));
    }

    private static List<String> labels(JsonNode given) {
        List<String> labels = new ArrayList<>();
        given.path("labels").forEach(label -> labels.add(label.asText()));
        return labels;
    }

    /** onnxruntime-node ends a word at NUL, where its own kind of string does. */
    private static int[] withoutNul(Table rows) {
        return IntStream.range(0, rows.rows())
                .filter(row -> rows.columns().stream()
                        .filter(CategoryColumn.class::isInstance)
                        .noneMatch(column ->
                                ((CategoryColumn) column).word(row).orElse("").indexOf(0) >= 0))
                .toArray();
    }

    private static Map<String, Map<String, List<Object>>> json(Table rows) {
        Map<String, List<Object>> numbers = new LinkedHashMap<>();
        Map<String, List<Object>> words = new LinkedHashMap<>();
        for (Column column : rows.columns()) {
            if (column instanceof NumberColumn number) {
                numbers.put(column.name(), list(rows.rows(), row -> Float.toString(number.value(row))));
            } else if (column instanceof CategoryColumn word) {
                words.put(column.name(), list(rows.rows(), row -> word.word(row).orElse("")));
            }
        }
        return Map.of("numbers", numbers, "words", words);
    }

    private static List<Object> list(int rows, IntFunction<Object> value) {
        return IntStream.range(0, rows).mapToObj(value).toList();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
