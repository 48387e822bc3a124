package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.DrawnModel;
import io.thresher.model.Feature;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LevelEmbeddingTest {
    private static final int LEVELS = 60;
    private static final Seed SEED = new Seed(2);
    private static final List<Feature> FEATURES = List.of(
            new Feature("number", "number", Feature.Kind.NUMBER), new Feature("word", "word", Feature.Kind.LEVEL));

    @ParameterizedTest
    @CsvSource({
        "mlp,piecewiseLinear,0",
        "tabm,none,0",
        "mlp,periodic,0",
        "resnet,piecewiseLinear,0",
        "mlp,piecewiseLinear,0.3"
    })
    void learns_what_a_level_means_and_draws_it(String backbone, String embedding, double mixup) {
        try (FittedModel model = fit(Map.of("backbone", backbone, "numericEmbedding", embedding, "mixup", mixup))) {
            TrainingSet unseen = rows(301);
            Predictions predictions = model.predict(unseen.features());
            assertThat(Metric.LOG_LOSS.score(unseen.target().values(), predictions))
                    .isLessThan(0.5 * Math.log(2));
            assertSameDrawn(model, unseen.features());
        }
    }

    @Test
    void missing_words_and_words_never_seen_are_drawn_alike_too() {
        FeatureMatrix odd =
                FeatureMatrix.of(FEATURES, 4, new float[] {0.5f, Float.NaN, 0.5f, LEVELS, 0.5f, LEVELS + 7, 0.5f, 3});
        try (FittedModel model = fit(Map.of())) {
            assertSameDrawn(model, odd);
            Predictions predictions = model.predict(odd);
            assertThat(predictions.value(1, 0)).isEqualTo(predictions.value(2, 0));
            assertThat(predictions.value(0, 0)).isNotEqualTo(predictions.value(1, 0));
        }
    }

    @Test
    void words_alone_are_enough() {
        TrainingSet both = rows(300);
        float[] words = new float[300];
        for (int row = 0; row < words.length; row++) {
            words[row] = both.features().value(row, 1);
        }
        FeatureMatrix alone = FeatureMatrix.of(FEATURES.subList(1, 2), 300, words);
        TrainingSet set = new TrainingSet(alone, both.target(), alone, both.target());
        try (FittedModel model = new MlpFamily().fit(set, configuration(Map.of()), SEED, TrainingProgress.UNOBSERVED)) {
            assertSameDrawn(model, alone);
        }
    }

    @Test
    void more_levels_get_longer_vectors_within_bounds() {
        assertThat(LevelEmbedding.width(2)).isEqualTo(2);
        assertThat(LevelEmbedding.width(33)).isEqualTo(11);
        assertThat(LevelEmbedding.width(10_000)).isEqualTo(16);
    }

    private static void assertSameDrawn(FittedModel model, FeatureMatrix features) {
        float[] expected = model.predict(features).values();
        try (DrawnModel drawn = DrawnModel.of(model, features, List.of("no", "yes"))) {
            float[] values = drawn.predict(features).values();
            for (int i = 0; i < expected.length; i++) {
                assertThat(Math.abs(values[i] - expected[i])).isLessThan(1e-5f);
            }
        }
    }

    private static FittedModel fit(Map<String, Object> values) {
        return new MlpFamily().fit(rows(600), configuration(values), SEED, TrainingProgress.UNOBSERVED);
    }

    private static Configuration configuration(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of("width", 48, "epochs", 30, "learningRate", 0.01));
        all.putAll(values);
        return new Configuration("neural", all);
    }

    /** A number that means nothing, and a word of which every seventh is missing; odd words are of the second class. */
    private static TrainingSet rows(int rows) {
        SplittableRandom random = new Seed(rows).random();
        float[] values = new float[2 * rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            int word = random.nextInt(LEVELS);
            values[2 * row] = (float) random.nextDouble();
            values[2 * row + 1] = row % 7 == 0 ? Float.NaN : word;
            labels[row] = row % 7 == 0 ? 0 : word % 2;
        }
        FeatureMatrix features = FeatureMatrix.of(FEATURES, rows, values);
        Target target = Target.ofClasses(List.of("no", "yes"), labels);
        return new TrainingSet(features, target, features, target);
    }
}
