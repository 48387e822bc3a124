package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.WordKind;
import io.thresher.data.repair.RepairRecipe;
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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are cut and counted by the graph as they are in the JVM. */
class TextParityTest {
    private static final List<String> PIECES = List.of(
            "free",
            "FREE",
            "Ünder",
            "ünder",
            "£100",
            "a",
            "win!",
            "don't",
            "x,y",
            "\t",
            "\n",
            " ",
            "  ",
            "日本語",
            "ok…",
            "😀",
            "e\u0301",
            "0",
            "42",
            "\u00a0",
            "\uFFFD",
            "İI",
            "\u0000",
            "“quoted”",
            "\uFFFE",
            "#",
            "-");

    @ParameterizedTest
    @CsvSource({
        "words, presence, 0",
        "words, counts, 0",
        "words, tfIdf, 0",
        "wordPairs, counts, 0",
        "wordPairs, tfIdf, 0",
        "characters, counts, 0",
        "characters, presence, 0",
        "characters, tfIdf, 0",
        "words, naiveBayes, 0",
        "words, presence, 12",
        "words, naiveBayes, 12",
        "characters, tfIdf, 20"
    })
    void texts_become_the_same_terms(String grams, String weights, int topics) throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        Table training = table(random, 200);
        Table others = table(random, 300);
        PreparationRecipe recipe = PreparationRecipe.of(
                new Configuration(
                        "any",
                        Map.of("textGrams", grams, "textWeights", weights, "textTerms", 60, "textTopics", topics)),
                new FeatureDemand(false, true));
        double[] numbers = random.doubles(200).toArray();
        Preparation preparation = Preparation.fit(training, Target.ofNumbers(numbers), recipe, new Seed(1))
                .preparation();
        FittedPipeline pipeline = new FittedPipeline(RepairRecipe.NONE, preparation, new EchoModel());
        Predictions expected = pipeline.predict(others);

        float[] drawn = drawn(pipeline, expected.width(), others);

        assertThat(expected.width()).isGreaterThan(10);
        assertThat(drawn).hasSameSizeAs(expected.values());
        assertThat(IntStream.range(0, drawn.length)
                        .filter(i -> drawn[i] != expected.values()[i])
                        .mapToObj(i -> preparation.apply(others).names().get(i % expected.width())))
                .isEmpty();
    }

    @Test
    void sentences_that_are_the_same_few_again_and_again_are_levels() {
        List<String> sentences = new ArrayList<>();
        for (int row = 0; row < 40; row++) {
            sentences.add(List.of("it came late", "it came in pieces", "all is well with it", "")
                    .get(row % 4));
        }
        CategoryColumn few = CategoryColumn.of("answer", sentences).withKind(new WordKind.Sentences());
        CategoryColumn all = CategoryColumn.of(
                        "answer",
                        IntStream.range(0, 40)
                                .mapToObj(row -> "it came in " + row + " days")
                                .toList())
                .withKind(new WordKind.Sentences());

        assertThat(names(few))
                .containsExactly(
                        "answer = all is well with it",
                        "answer = it came in pieces",
                        "answer = it came late",
                        "answer is missing");
        assertThat(names(all)).isEmpty();
    }

    @Test
    void a_text_without_any_term_has_no_feature_set() throws IOException {
        Table training = table(new SplittableRandom(4), 200);
        Table empty = new Table(2, List.of(texts(List.of("", "?!"))));
        PreparationRecipe recipe = PreparationRecipe.of(
                new Configuration("any", Map.of("textWeights", "tfIdf")), new FeatureDemand(false, true));
        Preparation preparation = Preparation.fit(training, Target.ofNumbers(new double[200]), recipe, new Seed(1))
                .preparation();
        FittedPipeline pipeline = new FittedPipeline(RepairRecipe.NONE, preparation, new EchoModel());

        assertThat(drawn(pipeline, pipeline.predict(empty).width(), empty)).containsOnly(0);
        assertThat(pipeline.predict(empty).values()).containsOnly(0);
    }

    private static float[] drawn(FittedPipeline pipeline, int width, Table rows) throws IOException {
        List<String> outputs = IntStream.range(0, width).mapToObj(i -> "f" + i).toList();
        Path file = Files.createTempFile("text", ".onnx");
        try {
            OnnxExport.write(List.of(pipeline), outputs, Map.of(), file);
            try (Scorer scorer = Scorer.load(file)) {
                assertThat(scorer.fact(OnnxExport.TERMS)).isPresent();
                return scorer.predict(rows).values();
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Table table(SplittableRandom random, int rows) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(15); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? "" : " ");
            }
            values.add(text.toString());
        }
        return new Table(rows, List.of(texts(values)));
    }

    private static CategoryColumn texts(List<String> values) {
        return CategoryColumn.of("text", values).withKind(new WordKind.Sentences());
    }

    private static List<String> names(CategoryColumn column) {
        PreparationRecipe recipe =
                PreparationRecipe.of(new Configuration("any", Map.of()), new FeatureDemand(true, false));
        Table table = new Table(column.rows(), List.of(column));
        return Preparation.fit(table, Target.ofNumbers(new double[column.rows()]), recipe, new Seed(1))
                .features()
                .names();
    }
}
