package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureDemand;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Preparation;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a preparation computes in the JVM and what its graph computes are the same; bit by bit where trees may see it. */
class PreparationParityTest {
    private static final List<String> WORDS =
            List.of("", "a", "b", "ü", "a b", "A", "1", "1.0", "with, comma", "\"quoted\"", "line\nbreak", "label");
    private static final float[] ODD = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1e30f, -1e30f, 1e-40f, 16777216f, 3.5f
    };

    private static final List<String> ENCODINGS = List.of("oneHot", "ordinal", "target", "frequency");
    private static final List<String> SCALINGS = List.of("standard", "robust", "quantile", "none");
    private static final List<String> TRANSFORMS = List.of("none", "log", "yeoJohnson");
    private static final Seed SEED = new Seed(1);
    private static final PreparationRecipe UNSCALED = recipe(Map.of(), new FeatureDemand(false, false));
    /** Relative; sums, logarithms and powers round as the processor likes. */
    private static final float ROUNDING = 1e-5f;

    @Property(tries = 120, seed = "20260101")
    void graph_and_preparation_agree_on_rows_never_seen(
            @ForAll long seed, @ForAll boolean acceptsMissing, @ForAll boolean few, @ForAll boolean mean)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int numbers = random.nextInt(5);
        int words = numbers == 0 ? 1 + random.nextInt(3) : random.nextInt(4);
        Table training = table(random, 30, numbers, words, WORDS.size() / 2);
        Table others = table(random, 50, numbers, words, WORDS.size());
        Target target = target(random, training);
        Map<String, Object> values = new HashMap<>();
        values.put("encoding", one(random, ENCODINGS));
        values.put("manyLevels", one(random, ENCODINGS));
        values.put("fewLevels", random.nextInt(6));
        values.put("maxLevels", few ? 2 : 50);
        values.put("minLevelCount", 1 + random.nextInt(6));
        values.put("imputation", mean ? "mean" : "median");

        PreparationRecipe plain = recipe(values, new FeatureDemand(acceptsMissing, false));
        values.put("scaling", one(random, SCALINGS));
        values.put("transform", one(random, TRANSFORMS));
        values.put("clip", random.nextInt(3));
        PreparationRecipe scaled = recipe(values, new FeatureDemand(acceptsMissing, true));

        assertSame(RepairRecipe.NONE, fit(training, target, plain), others, 0);
        assertSame(RepairRecipe.NONE, fit(training, target, scaled), others, ROUNDING);
        RepairRecipe repairs = repairs(random);
        assertSame(repairs, fit(repairs.apply(training), target, plain), others, 0);
        assertSame(repairs, fit(repairs.apply(training), target, scaled), others, ROUNDING);
    }

    @Example
    void numbers_read_as_names_may_come_as_numbers() throws IOException {
        Table raw = new Table(3, List.of(new NumberColumn("zip", new float[] {10115, 20095, Float.NaN})));
        RepairRecipe repairs = new RepairRecipe(List.of(new RepairStep.ReadAsCategory("zip")));
        Preparation preparation = fit(repairs.inputs(raw), zeros(3), UNSCALED);
        FittedPipeline pipeline = new FittedPipeline(repairs, preparation, new EchoModel());
        Path file = Files.createTempFile("parity", ".onnx");
        try {
            OnnxExport.write(List.of(pipeline), List.of("a", "b", "c"), Map.of(), file);
            try (Scorer scorer = Scorer.load(file)) {
                assertThat(scorer.predict(raw).values())
                        .containsExactly(pipeline.predict(repairs.inputs(raw)).values())
                        .contains(1);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Example
    void columns_may_be_called_like_outputs() throws IOException {
        Table table = new Table(
                2,
                List.of(
                        new NumberColumn("probabilities", new float[] {1, 2}),
                        CategoryColumn.of("label", List.of("x", "")),
                        new NumberColumn("prediction", new float[] {3, 4})));

        assertSame(
                RepairRecipe.NONE,
                fit(table, zeros(2), recipe(Map.of(), new FeatureDemand(false, true))),
                table,
                ROUNDING);
    }

    @Example
    void a_missing_number_becomes_the_median_and_is_flagged() {
        Table table = new Table(4, List.of(new NumberColumn("x", new float[] {1, 2, 9, Float.NaN})));
        Preparation preparation = fit(table, zeros(4), UNSCALED);

        assertThat(preparation.apply(table).names()).containsExactly("x", "x is missing");
        assertThat(preparation.apply(table).values()).containsExactly(1, 0, 2, 0, 9, 0, 2, 1);
    }

    @Example
    void rare_and_unseen_words_share_a_feature() {
        Table training = new Table(5, List.of(CategoryColumn.of("w", List.of("a", "a", "b", "b", "rare"))));
        Table others = new Table(3, List.of(CategoryColumn.of("w", List.of("b", "rare", "new"))));
        PreparationRecipe twoLevels = recipe(Map.of("maxLevels", 2), new FeatureDemand(false, false));
        PreparationRecipe twoRows = recipe(Map.of("minLevelCount", 2), new FeatureDemand(false, false));

        for (PreparationRecipe recipe : List.of(twoLevels, twoRows)) {
            Preparation preparation = fit(training, zeros(5), recipe);

            assertThat(preparation.apply(others).names()).containsExactly("w = a", "w = b", "w is another word");
            assertThat(preparation.apply(others).values()).containsExactly(0, 1, 0, 0, 0, 1, 0, 0, 1);
        }
    }

    private static PreparationRecipe recipe(Map<String, Object> values, FeatureDemand demand) {
        return PreparationRecipe.of(new Configuration("any", values), demand);
    }

    private static Preparation fit(Table training, Target target, PreparationRecipe recipe) {
        return Preparation.fit(training, target, recipe, SEED).preparation();
    }

    private static Target zeros(int rows) {
        return Target.ofNumbers(new double[rows]);
    }

    private static <T> T one(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Classes or numbers that follow the words, so that these tell something. */
    private static Target target(SplittableRandom random, Table rows) {
        double[] values = new double[rows.rows()];
        int classes = 1 + random.nextInt(3);
        for (int row = 0; row < values.length; row++) {
            double value = random.nextInt(3);
            for (Column column : rows.columns()) {
                value += column instanceof CategoryColumn words ? 5 * words.code(row) : 0;
            }
            values[row] = classes == 1 ? 1000 * value : Math.floorMod((int) value, classes);
        }
        return classes == 1
                ? Target.ofNumbers(values)
                : Target.ofClasses(List.of("x", "y", "z").subList(0, classes), values);
    }

    private static RepairRecipe repairs(SplittableRandom random) {
        return new RepairRecipe(List.of(
                new RepairStep.ValuesToMissing("n0", List.of("3.5", "0", "16777216")),
                new RepairStep.ClipNumbers("n0", -20, 5 + random.nextInt(20)),
                new RepairStep.ClipNumbers("n1", -1e38, 10),
                new RepairStep.MergeSpellings("w0", Map.of("A", "a", "1.0", "1", "a b", "with, comma")),
                new RepairStep.ValuesToMissing("w0", List.of("1", "line\nbreak")),
                new RepairStep.ValuesToMissing("w1", List.of("b"))));
    }

    private static void assertSame(RepairRecipe repairs, Preparation preparation, Table rows, float tolerance)
            throws IOException {
        FittedPipeline pipeline = new FittedPipeline(repairs, preparation, new EchoModel());
        Predictions expected = pipeline.predict(rows);
        if (expected.width() == 0) {
            // Columns that tell nothing give no feature, and a pipeline without a feature is never exported.
            return;
        }
        List<String> outputs =
                IntStream.range(0, expected.width()).mapToObj(i -> "f" + i).toList();
        Path file = Files.createTempFile("parity", ".onnx");
        try {
            OnnxExport.write(List.of(pipeline), outputs, Map.of(), file);
            try (Scorer scorer = Scorer.load(file)) {
                float[] drawn = unsignedZeros(scorer.predict(rows));
                float[] computed = unsignedZeros(expected);
                for (int i = 0; i < computed.length; i++) {
                    float most = tolerance * Math.max(1, Math.abs(computed[i]));
                    boolean same =
                            Float.compare(drawn[i], computed[i]) == 0 || Math.abs(drawn[i] - computed[i]) <= most;
                    assertThat(same)
                            .as("%s, not %s, as value %d of %d a row", drawn[i], computed[i], i, expected.width())
                            .isTrue();
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** ONNX Runtime does not keep the sign of zero, and no model can tell the two apart. */
    private static float[] unsignedZeros(Predictions predictions) {
        float[] values = predictions.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == 0 ? 0f : values[i];
        }
        return values;
    }

    private static Table table(SplittableRandom random, int rows, int numbers, int words, int vocabulary) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            float[] values = new float[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = random.nextInt(4) == 0
                        ? ODD[random.nextInt(ODD.length)]
                        : (float) (random.nextDouble() * 100 - 50);
            }
            columns.add(new NumberColumn("n" + i, values));
        }
        for (int i = 0; i < words; i++) {
            List<String> values = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                values.add(WORDS.get(random.nextInt(vocabulary)));
            }
            // A column without any word gives no feature and is left out of the graph.
            values.set(0, "a");
            columns.add(CategoryColumn.of("w" + i, values));
        }
        return new Table(rows, columns);
    }
}
