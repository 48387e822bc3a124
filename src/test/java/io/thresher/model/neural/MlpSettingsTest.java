package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.model.TrainingFailure;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MlpSettingsTest {

    @Test
    void what_is_left_out_has_a_default() {
        assertThat(settings(Map.of()))
                .isEqualTo(new MlpSettings(
                        new NumericEmbedding.PiecewiseLinear(32),
                        new NetworkShape(Backbone.MLP, List.of(192, 192), Activation.RELU, false, 1),
                        new TrainingSettings(
                                Optimiser.Kind.ADAMW,
                                Schedule.Kind.ONE_CYCLE,
                                new LearningRate.Fixed(3e-3),
                                new Regularisation(1e-2, 0.1, 0, 0),
                                256,
                                40,
                                16)));
    }

    @Test
    void layers_without_a_width_of_their_own_are_as_wide_as_the_first() {
        assertThat(settings(Map.of("depth", 4, "width", 64, "width3", 16))
                        .shape()
                        .widths())
                .containsExactly(64, 64, 16, 64);
    }

    @Test
    void widths_beyond_the_depth_do_not_matter() {
        assertThat(settings(Map.of("depth", 1, "width2", 16)).shape().widths()).hasSize(1);
    }

    @Test
    void no_embedding_means_no_bins() {
        assertThat(settings(Map.of("numericEmbedding", "none", "bins", 16)).embedding())
                .isEqualTo(new NumericEmbedding.None());
    }

    @Test
    void only_networks_that_share_matrices_have_members() {
        assertThat(settings(Map.of("backbone", "tabm", "members", 5)).shape().members())
                .isEqualTo(5);
        assertThat(settings(Map.of("backbone", "resnet", "members", 5)).shape().members())
                .isEqualTo(1);
    }

    @Test
    void plain_descent_takes_longer_steps_if_nothing_else_is_said() {
        assertThat(settings(Map.of("optimiser", "sgd")).training().learningRate())
                .isEqualTo(new LearningRate.Fixed(0.1));
    }

    @Test
    void small_tables_take_small_batches() {
        assertThat(batch(20)).isEqualTo(32);
        assertThat(batch(700)).isEqualTo(64);
        assertThat(batch(2000)).isEqualTo(128);
        assertThat(batch(1_000_000)).isEqualTo(256);
        assertThat(settings(Map.of("batchFactor", 0.5)).training().batchSize()).isEqualTo(128);
        assertThat(settings(Map.of("batchFactor", 0.5, "batchSize", 100))
                        .training()
                        .batchSize())
                .isEqualTo(100);
    }

    @Test
    void a_rate_may_be_a_multiple_of_what_a_range_test_suggests() {
        assertThat(settings(Map.of("rateSource", "rangeTest", "rateFactor", 3.0))
                        .training()
                        .learningRate())
                .isEqualTo(new LearningRate.Suggested(3));
    }

    @Test
    void a_number_out_of_its_range_is_refused_with_what_would_be_accepted() {
        assertThatThrownBy(() -> settings(Map.of("depth", 9)))
                .isInstanceOf(TrainingFailure.class)
                .hasMessage("family 'neural', parameter 'depth': must be a whole number from 1 to 4, got 9");
    }

    @Test
    void an_unknown_word_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> settings(Map.of("activation", "step")))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("one of relu, gelu, silu, tanh, got step");
    }

    private static int batch(int rows) {
        return MlpSettings.of(new Configuration("neural", Map.of()), rows)
                .training()
                .batchSize();
    }

    private static MlpSettings settings(Map<String, Object> values) {
        return MlpSettings.of(new Configuration("neural", values), 5000);
    }
}
