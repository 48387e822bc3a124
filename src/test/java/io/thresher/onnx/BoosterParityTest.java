package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.model.Constraints;
import io.thresher.model.Direction;
import io.thresher.model.TrainingProgress;
import io.thresher.model.xgboost.XGBoostFamily;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What XGBoost predicts, whatever it is told to boost, and what the exported file predicts. */
class BoosterParityTest {
    private static final int ROWS = 200;
    private static final int STEPS = 40;
    private static final double TOLERANCE = 1e-5;
    private static final List<String> LOSSES =
            List.of("squaredError", "pseudoHuber", "absoluteError", "poisson", "tweedie", "gamma", "logSquaredError");

    @Property(tries = 40, seed = "20260102")
    void every_configuration_is_drawn_as_it_predicts(@ForAll long seed, @ForAll Task task) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String booster = one(random, List.of("gbtree", "dart", "forest", "gblinear"));
        Table training = table(random, 10);
        Table others = table(random, 14);
        Pipeline pipeline = pipeline(configuration(random, booster), Constraints.NONE);

        try (FittedPipeline fitted = fit(pipeline, training, target(random, training, task))) {
            Predictions expected = fitted.predict(others);
            Predictions drawn = exported(fitted, others, expected.width());

            double size = 1;
            for (float value : expected.values()) {
                size += Math.abs(value) / expected.values().length;
            }
            for (int i = 0; i < expected.values().length; i++) {
                double value = expected.values()[i];
                assertThat(Math.abs(drawn.values()[i] - value) / Math.max(size, Math.abs(value)))
                        .as("%s: %s, not %s", pipeline.configuration(), drawn.values()[i], value)
                        .isLessThanOrEqualTo(TOLERANCE);
            }
        }
    }

    /** Also where the target goes the other way, between training values, and beyond them. */
    @Property(tries = 20, seed = "20260103")
    void exported_models_move_only_in_the_direction_they_may(@ForAll long seed, @ForAll boolean classes)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String booster = one(random, List.of("gbtree", "dart", "forest"));
        Map<String, Object> values = configuration(random, booster);
        values.replace("regressionLoss", "absoluteError", "squaredError");
        Constraints constraints = new Constraints(
                Map.of("n0", Direction.INCREASING, "n1", Direction.DECREASING), List.of(List.of("n0", "w0")));
        Table training = table(random, 10);
        Target target = target(random, training, classes ? Task.BINARY : Task.REGRESSION);

        try (FittedPipeline fitted = fit(pipeline(values, constraints), training, target)) {
            for (String column : constraints.monotone().keySet()) {
                Table sweep = sweep(training.take(new int[] {random.nextInt(ROWS)}), column);
                Predictions drawn = exported(fitted, sweep, classes ? 2 : 1);

                for (int step = 1; step < STEPS; step++) {
                    float before = drawn.value(step - 1, drawn.width() - 1);
                    float after = drawn.value(step, drawn.width() - 1);
                    float rise = constraints.monotone().get(column) == Direction.INCREASING
                            ? after - before
                            : before - after;
                    // Sums of many trees are rounded; a wrong direction shows in whole steps.
                    assertThat(rise)
                            .as("%s along %s", values, column)
                            .isGreaterThanOrEqualTo(-1e-6f * Math.max(1, Math.abs(before)));
                }
            }
        }
    }

    /** Two columns that may not act together: what one adds does not depend on the other. */
    @Property(tries = 8, seed = "20260104")
    void columns_of_different_lists_only_add_up(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Constraints constraints = new Constraints(Map.of(), List.of(List.of("n0", "w0"), List.of("n1")));
        Table training = table(random, 10);
        double[] products = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            float product = Math.signum(number(training, "n0", row)) * number(training, "n1", row);
            products[row] = Float.isNaN(product) ? 0 : product;
        }
        Map<String, Object> values = new LinkedHashMap<>(Map.of("rounds", 30, "maxDepth", 4));

        try (FittedPipeline fitted = fit(pipeline(values, constraints), training, Target.ofNumbers(products))) {
            Table low = with(sweep(training.take(new int[] {3}), "n1"), "n0", -20);
            Table high = with(sweep(training.take(new int[] {3}), "n1"), "n0", 20);
            Predictions lower = exported(fitted, low, 1);
            Predictions higher = exported(fitted, high, 1);
            for (int step = 1; step < STEPS; step++) {
                double fromLow = lower.value(step, 0) - lower.value(0, 0);
                double fromHigh = higher.value(step, 0) - higher.value(0, 0);
                assertThat(fromHigh).isCloseTo(fromLow, within(1e-3));
            }
        }
    }

    private static Map<String, Object> configuration(SplittableRandom random, String booster) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("booster", booster);
        values.put("rounds", 5 + random.nextInt(30));
        values.put("learningRate", 0.05 + 0.4 * random.nextDouble());
        values.put("maxDepth", 1 + random.nextInt(6));
        values.put("forestDepth", 2 + random.nextInt(8));
        values.put("trees", 5 + random.nextInt(20));
        values.put("minChildWeight", random.nextDouble());
        values.put("subsample", 0.5 + 0.5 * random.nextDouble());
        values.put("columnSampleLevel", 0.6);
        values.put("columnSampleNode", 0.7);
        values.put("maxDeltaStep", random.nextInt(3));
        values.put("maxBin", 8 + random.nextInt(250));
        values.put("l1", random.nextDouble());
        values.put("gamma", 0.1 * random.nextDouble());
        values.put("growPolicy", one(random, List.of("depthwise", "lossguide")));
        values.put("dropRate", 0.5 * random.nextDouble());
        values.put("skipDrop", 0.5 * random.nextDouble());
        values.put("dropSampling", one(random, List.of("uniform", "weighted")));
        values.put("dropNormalisation", one(random, List.of("tree", "forest")));
        values.put("classWeights", one(random, List.of("none", "balanced")));
        values.put("regressionLoss", one(random, LOSSES));
        List<String> encodings = new ArrayList<>(List.of("oneHot", "ordinal", "target"));
        if (!booster.equals("gblinear")) {
            encodings.addAll(List.of("native", "native", "native"));
        }
        values.put("encoding", one(random, encodings));
        values.put("manyLevels", one(random, encodings));
        values.put("fewLevels", random.nextInt(12));
        return values;
    }

    private static Pipeline pipeline(Map<String, Object> values, Constraints constraints) {
        return new Pipeline(RepairRecipe.NONE, new XGBoostFamily(), new Configuration("xgboost", values), constraints);
    }

    private static FittedPipeline fit(Pipeline pipeline, Table training, Target target) {
        Pipeline.Rows rows = new Pipeline.Rows(training, target);
        return pipeline.fit(rows, rows, new Seed(3), TrainingProgress.UNOBSERVED);
    }

    private static Predictions exported(FittedPipeline fitted, Table rows, int width) throws IOException {
        List<String> classes = width == 1 ? List.of() : List.of("a", "b", "c").subList(0, width);
        Path file = Files.createTempFile("booster", ".onnx");
        try {
            OnnxExport.write(List.of(fitted), classes, Map.of(), file);
            try (Scorer scorer = Scorer.load(file)) {
                return scorer.predict(rows);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Numbers and words, some missing; {@code vocabulary} of more than 10 has words that training rows have not. */
    private static Table table(SplittableRandom random, int vocabulary) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            float[] values = new float[ROWS];
            for (int row = 0; row < ROWS; row++) {
                values[row] = random.nextInt(12) == 0 ? Float.NaN : Math.round(random.nextDouble() * 1000 - 500) / 10f;
            }
            columns.add(new NumberColumn("n" + i, values));
        }
        for (int i = 0; i < 2; i++) {
            List<String> words = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                words.add(random.nextInt(12) == 0 ? "" : "word " + random.nextInt(vocabulary));
            }
            columns.add(CategoryColumn.of("w" + i, words));
        }
        return new Table(ROWS, columns);
    }

    /** Numbers above 0, or classes, that follow words and numbers. */
    private static Target target(SplittableRandom random, Table rows, Task task) {
        int classes = task == Task.BINARY ? 2 : 3;
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            float number = number(rows, "n0", row);
            int code = ((CategoryColumn) rows.column("w0").orElseThrow()).code(row);
            double value =
                    60 + (Float.isNaN(number) ? 0 : number) + 10 * Math.floorMod(code * 7, 5) + 5 * random.nextDouble();
            values[row] = task == Task.REGRESSION ? 100 * value : Math.floorMod((int) (value / 40), classes);
        }
        return task == Task.REGRESSION
                ? Target.ofNumbers(values)
                : Target.ofClasses(List.of("a", "b", "c").subList(0, classes), values);
    }

    /** The one row again and again, with a column that grows. */
    private static Table sweep(Table row, String column) {
        Table rows = row.take(new int[STEPS]);
        float[] values = new float[STEPS];
        for (int step = 0; step < STEPS; step++) {
            values[step] = -60 + 3f * step;
        }
        return replaced(rows, new NumberColumn(column, values));
    }

    private static Table with(Table rows, String column, float value) {
        float[] values = new float[rows.rows()];
        Arrays.fill(values, value);
        return replaced(rows, new NumberColumn(column, values));
    }

    private static Table replaced(Table rows, NumberColumn other) {
        return new Table(
                rows.rows(),
                rows.columns().stream()
                        .map(column -> column.name().equals(other.name()) ? other : column)
                        .toList());
    }

    private static float number(Table rows, String column, int row) {
        return ((NumberColumn) rows.column(column).orElseThrow()).value(row);
    }

    private static <T> T one(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
