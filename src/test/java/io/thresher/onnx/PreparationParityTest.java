package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.metric.Predictions;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Preparation;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.pipeline.PreparationRecipe.Encoding;
import io.thresher.pipeline.PreparationRecipe.Imputation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a preparation computes in the JVM and what its graph computes are the same, bit by bit. */
class PreparationParityTest {
    private static final List<String> WORDS =
            List.of("", "a", "b", "ü", "a b", "A", "1", "1.0", "with, comma", "\"quoted\"", "line\nbreak", "label");
    private static final float[] ODD = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1e30f, -1e30f, 1e-40f, 16777216f, 3.5f
    };

    @Property(tries = 60, seed = "20260101")
    void graph_and_preparation_agree_on_rows_never_seen(
            @ForAll long seed,
            @ForAll Imputation imputation,
            @ForAll Encoding encoding,
            @ForAll boolean scaled,
            @ForAll boolean few)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int numbers = random.nextInt(5);
        int words = numbers == 0 ? 1 + random.nextInt(3) : random.nextInt(4);
        Table training = table(random, 30, numbers, words, WORDS.size() / 2);
        Table others = table(random, 50, numbers, words, WORDS.size());
        PreparationRecipe recipe = new PreparationRecipe(imputation, scaled, encoding, few ? 2 : 50);

        assertSame(RepairRecipe.NONE, Preparation.fit(training, recipe), others);
        RepairRecipe repairs = repairs(random);
        assertSame(repairs, Preparation.fit(repairs.apply(training), recipe), others);
    }

    @Example
    void numbers_read_as_names_may_come_as_numbers() throws IOException {
        Table raw = new Table(3, List.of(new NumberColumn("zip", new float[] {10115, 20095, Float.NaN})));
        RepairRecipe repairs = new RepairRecipe(List.of(new RepairStep.ReadAsCategory("zip")));
        Preparation preparation = Preparation.fit(
                repairs.inputs(raw), new PreparationRecipe(Imputation.MEDIAN, false, Encoding.ONE_HOT, 10));
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
                Preparation.fit(table, new PreparationRecipe(Imputation.MEDIAN, true, Encoding.ONE_HOT, 10)),
                table);
    }

    @Example
    void a_missing_number_becomes_the_median_and_is_flagged() {
        Table table = new Table(4, List.of(new NumberColumn("x", new float[] {1, 2, 9, Float.NaN})));
        Preparation preparation =
                Preparation.fit(table, new PreparationRecipe(Imputation.MEDIAN, false, Encoding.ONE_HOT, 10));

        assertThat(preparation.apply(table).names()).containsExactly("x", "x is missing");
        assertThat(preparation.apply(table).values()).containsExactly(1, 0, 2, 0, 9, 0, 2, 1);
    }

    @Example
    void rare_and_unseen_words_share_the_place_of_no_level() {
        Table training = new Table(5, List.of(CategoryColumn.of("w", List.of("a", "a", "b", "b", "rare"))));
        Table others = new Table(3, List.of(CategoryColumn.of("w", List.of("b", "rare", "new"))));
        Preparation preparation =
                Preparation.fit(training, new PreparationRecipe(Imputation.MEDIAN, false, Encoding.ONE_HOT, 2));

        assertThat(preparation.apply(others).names()).containsExactly("w = a", "w = b");
        assertThat(preparation.apply(others).values()).containsExactly(0, 1, 0, 0, 0, 0);
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

    private static void assertSame(RepairRecipe repairs, Preparation preparation, Table rows) throws IOException {
        FittedPipeline pipeline = new FittedPipeline(repairs, preparation, new EchoModel());
        Predictions expected = pipeline.predict(rows);
        List<String> outputs =
                IntStream.range(0, expected.width()).mapToObj(i -> "f" + i).toList();
        Path file = Files.createTempFile("parity", ".onnx");
        try {
            OnnxExport.write(List.of(pipeline), outputs, Map.of(), file);
            try (Scorer scorer = Scorer.load(file)) {
                assertThat(unsignedZeros(scorer.predict(rows))).containsExactly(unsignedZeros(expected));
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
