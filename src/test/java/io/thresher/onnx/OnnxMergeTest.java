package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.thresher.data.CategoryColumn;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxMergeTest {
    private static final int ROWS = 300;
    private static final List<String> CLASSES = List.of("no", "yes");

    @TempDir
    private Path folder;

    @Test
    void predicts_the_weighted_average_of_its_members() throws IOException {
        Path forest = exported(new RandomForestFamily(), classes(), CLASSES, "forest.onnx");
        Path linear = exported(new LinearFamily(), classes(), CLASSES, "linear.onnx");
        Path merged = folder.resolve("merged.onnx");

        OnnxMerge.write(
                List.of(new WeightedModel(forest, 0.3), new WeightedModel(linear, 0.7)),
                1,
                Map.of("kind", "both"),
                merged);

        Predictions expected = average(predicted(forest), 0.3, predicted(linear), 0.7);
        assertThat(Parity.absolute(expected, predicted(merged))).isLessThan(1e-6);
        try (Scorer scorer = Scorer.load(merged)) {
            assertThat(scorer.signature().classes()).isEqualTo(CLASSES);
            assertThat(scorer.signature().inputs()).containsOnlyKeys("x", "w");
            assertThat(scorer.fact("kind")).hasValue("both");
            assertThat(scorer.fact("told")).hasValue("forest.onnx");
        }
    }

    @Test
    void trees_are_moved_as_they_are_and_nothing_is_lost() throws IOException {
        Path forest = exported(new RandomForestFamily(), classes(), CLASSES, "forest.onnx");

        ModelProto read = ModelFile.read(forest);

        assertThat(ModelProto.parseFrom(read.toByteArray()))
                .isEqualTo(ModelProto.parseFrom(Files.readAllBytes(forest)));
        assertThat(read.getGraph().getNodeList())
                .filteredOn(node -> node.getOpType().startsWith("TreeEnsemble"))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getAttributeCount()).isZero());
    }

    @Test
    void averages_numbers_too() throws IOException {
        Path forest = exported(new RandomForestFamily(), numbers(), List.of(), "forest.onnx");
        Path linear = exported(new LinearFamily(), numbers(), List.of(), "linear.onnx");
        Path merged = folder.resolve("merged.onnx");

        OnnxMerge.write(List.of(new WeightedModel(forest, 0.5), new WeightedModel(linear, 0.5)), 2, Map.of(), merged);

        Predictions expected = average(predicted(forest), 0.5, predicted(linear), 0.5);
        assertThat(Parity.relative(expected, predicted(merged))).isLessThan(1e-6);
    }

    @Test
    void draws_a_second_layer_over_probabilities() throws IOException {
        Path forest = exported(new RandomForestFamily(), classes(), CLASSES, "forest.onnx");
        Path linear = exported(new LinearFamily(), classes(), CLASSES, "linear.onnx");
        Path merged = folder.resolve("merged.onnx");

        OnnxMerge.write(
                List.of(new WeightedModel(forest, 1), new WeightedModel(linear, 0)),
                Optional.of(new StackedLayer(1.5, List.of(-2.0, 3.0), List.of(0.25, -0.25), 1e-6f)),
                1,
                Map.of(),
                merged);

        Predictions trees = predicted(forest);
        Predictions lines = predicted(linear);
        Predictions stacked = predicted(merged);
        for (int row = 0; row < ROWS; row++) {
            double[] logits = new double[2];
            for (int label = 0; label < 2; label++) {
                logits[label] = 1.5 * Math.log(Math.max(1e-6, trees.value(row, label)))
                        - 2 * trees.value(row, label)
                        + 3 * lines.value(row, label)
                        + (label == 0 ? 0.25 : -0.25);
            }
            assertThat((double) stacked.value(row, 1))
                    .isCloseTo(1 / (1 + Math.exp(logits[0] - logits[1])), within(1e-5));
        }
    }

    @Test
    void draws_a_second_layer_over_numbers() throws IOException {
        Path forest = exported(new RandomForestFamily(), numbers(), List.of(), "forest.onnx");
        Path linear = exported(new LinearFamily(), numbers(), List.of(), "linear.onnx");
        Path merged = folder.resolve("merged.onnx");

        OnnxMerge.write(
                List.of(new WeightedModel(forest, 0.5), new WeightedModel(linear, 0.5)),
                Optional.of(new StackedLayer(1.1, List.of(0.2, -0.3), List.of(7.0), 1e-6f)),
                1,
                Map.of(),
                merged);

        Predictions trees = predicted(forest);
        Predictions lines = predicted(linear);
        Predictions stacked = predicted(merged);
        for (int row = 0; row < ROWS; row++) {
            double expected = (0.55 + 0.2) * trees.value(row, 0) + (0.55 - 0.3) * lines.value(row, 0) + 7;
            assertThat((double) stacked.value(row, 0))
                    .isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void a_temperature_makes_probabilities_less_sure() throws IOException {
        Path linear = exported(new LinearFamily(), classes(), CLASSES, "linear.onnx");
        Path merged = folder.resolve("merged.onnx");

        OnnxMerge.write(List.of(new WeightedModel(linear, 1)), 2, Map.of(), merged);

        Predictions sure = predicted(linear);
        Predictions tempered = predicted(merged);
        for (int row = 0; row < ROWS; row++) {
            double odds = Math.sqrt(sure.value(row, 1) / sure.value(row, 0));
            assertThat((double) tempered.value(row, 1)).isCloseTo(odds / (1 + odds), within(1e-5));
        }
    }

    @Test
    void what_members_share_is_there_once() throws IOException {
        Path linear = exported(new LinearFamily(), classes(), CLASSES, "linear.onnx");
        Path same = exported(new LinearFamily(), classes(), CLASSES, "same.onnx");
        Path merged = folder.resolve("merged.onnx");

        OnnxMerge.write(List.of(new WeightedModel(linear, 0.5), new WeightedModel(same, 0.5)), 1, Map.of(), merged);

        assertThat(Files.size(merged)).isLessThan(Files.size(linear) + 500);
    }

    @Test
    void the_same_members_give_the_same_bytes() throws IOException {
        Path linear = exported(new LinearFamily(), classes(), CLASSES, "linear.onnx");
        Path forest = exported(new RandomForestFamily(), classes(), CLASSES, "forest.onnx");
        List<WeightedModel> members = List.of(new WeightedModel(linear, 0.5), new WeightedModel(forest, 0.5));
        Path one = folder.resolve("one.onnx");
        Path other = folder.resolve("other.onnx");

        OnnxMerge.write(members, 1.5, Map.of(), one);
        OnnxMerge.write(members, 1.5, Map.of(), other);

        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void a_file_that_is_no_model_is_refused() throws IOException {
        Path other = Files.write(folder.resolve("other.onnx"), new byte[0]);

        assertThatThrownBy(() -> OnnxMerge.write(
                        List.of(new WeightedModel(other, 1)), 1, Map.of(), folder.resolve("merged.onnx")))
                .isInstanceOf(InvalidModel.class);
    }

    private Path exported(ModelFamily family, Target target, List<String> classes, String name) throws IOException {
        Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, new Configuration(family.name(), Map.of()));
        Pipeline.Rows rows = new Pipeline.Rows(table(), target);
        Path file = folder.resolve(name);
        try (FittedPipeline fitted = pipeline.fit(rows, rows, new Seed(1), TrainingProgress.UNOBSERVED)) {
            OnnxExport.write(List.of(fitted), classes, Map.of("told", name), file);
        }
        return file;
    }

    private static Predictions predicted(Path model) {
        try (Scorer scorer = Scorer.load(model)) {
            return scorer.predict(table());
        }
    }

    private static Predictions average(Predictions one, double weight, Predictions other, double rest) {
        float[] values = one.values();
        float[] others = other.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (weight * values[i] + rest * others[i]);
        }
        return new Predictions(one.rows(), one.width(), values);
    }

    private static Table table() {
        SplittableRandom random = new SplittableRandom(1);
        float[] numbers = new float[ROWS];
        List<String> words = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = row % 17 == 0 ? Float.NaN : (float) random.nextGaussian();
            words.add(List.of("red", "green", "").get(random.nextInt(3)));
        }
        return new Table(ROWS, List.of(new NumberColumn("x", numbers), CategoryColumn.of("w", words)));
    }

    private static Target classes() {
        double[] values = values();
        for (int row = 0; row < ROWS; row++) {
            values[row] = values[row] > 0 ? 1 : 0;
        }
        return Target.ofClasses(CLASSES, values);
    }

    private static Target numbers() {
        return Target.ofNumbers(values());
    }

    private static double[] values() {
        Table table = table();
        NumberColumn numbers = (NumberColumn) table.columns().get(0);
        CategoryColumn words = (CategoryColumn) table.columns().get(1);
        SplittableRandom random = new SplittableRandom(2);
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double x = Float.isNaN(numbers.value(row)) ? 0 : numbers.value(row);
            values[row] = x + (words.word(row).filter("red"::equals).isPresent() ? 1 : -1) + random.nextGaussian();
        }
        return values;
    }
}
