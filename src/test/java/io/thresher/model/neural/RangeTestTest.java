package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.thresher.data.Task;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RangeTestTest {
    private static final Seed SEED = new Seed(3);

    @Test
    void suggests_a_rate_between_too_slow_and_too_fast() {
        assertThat(suggestion(1, Map.of())).isBetween(5e-4, 5e-2);
    }

    @Test
    void plain_descent_gets_a_higher_rate_than_an_adaptive_one() {
        assertThat(suggestion(1, Map.of("optimiser", "sgd"))).isGreaterThan(2 * suggestion(1, Map.of()));
    }

    @Test
    void inputs_ten_times_as_large_get_a_lower_rate() {
        Map<String, Object> plainDescent = Map.of("optimiser", "sgd", "numericEmbedding", "none");
        assertThat(suggestion(10, plainDescent)).isLessThan(suggestion(1, plainDescent));
    }

    @Test
    void the_same_seed_gives_the_same_suggestion() {
        assertThat(suggestion(1, Map.of("dropout", 0.3))).isEqualTo(suggestion(1, Map.of("dropout", 0.3)));
    }

    @Test
    void a_message_tells_the_factor_and_what_it_means() {
        assertThat(new LearningRate.Suggested(4).words(0.02))
                .startsWith("rateFactor 4.0, which means")
                .contains("0.0200");
    }

    private static double suggestion(float size, Map<String, Object> values) {
        GeneratedRows generated = GeneratedRows.of(Task.REGRESSION, 400, 4, SEED);
        float[] features = generated.features().values().clone();
        for (int i = 0; i < features.length; i++) {
            features[i] *= size;
        }
        FeatureMatrix matrix = new FeatureMatrix(generated.features().names(), 400, features);
        TrainingSet rows = new TrainingSet(matrix, generated.target(), matrix, generated.target());
        MlpSettings settings = MlpSettings.of(new Configuration("neural", values), 400);
        Head head = new NumberHead(TargetScale.of(rows.target()));
        InputEncoding encoding = settings.embedding().fit(matrix);
        Architecture architecture =
                new Architecture(encoding, Network.of(settings.shape(), encoding, head.start()), head);
        try (NDManager manager = Torch.manager()) {
            return new RangeTest(rows, architecture, settings.training(), SEED).suggestion(manager);
        }
    }
}
