package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.thresher.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MomentumTest {

    @Test
    void the_second_step_goes_on_with_nine_tenths_of_the_first() {
        Weights weights = weights(Weight.free(new Shape(1), Initial.constant(1)));
        Momentum optimiser = new Momentum(0.5, weights);
        optimiser.step(weights, gradients(weights), 0.1);
        assertThat(weights.values().get(0)[0]).isCloseTo(0.8f, within(1e-6f));
        optimiser.step(weights, gradients(weights), 0.1);
        assertThat(weights.values().get(0)[0]).isCloseTo(0.42f, within(1e-6f));
    }

    @Test
    void matrices_shrink_by_learning_rate_times_decay() {
        Weights weights = weights(Weight.matrix(new Shape(1), Initial.constant(1)));
        new Momentum(0.5, weights).step(weights, weights.zeros(), 0.1);
        assertThat(weights.values().get(0)[0]).isCloseTo(0.95f, within(1e-6f));
    }

    private static Weights weights(Weight weight) {
        return Weights.drawn(List.of(weight), new Seed(1).random());
    }

    private static Weights gradients(Weights weights) {
        Weights gradients = weights.zeros();
        gradients.values().get(0)[0] = 2;
        return gradients;
    }
}
