package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.thresher.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BestWeightsTest {

    @Test
    void are_those_of_the_lowest_loss_even_if_the_weights_go_on_changing() {
        Weights weights = weights(0);
        BestWeights best = new BestWeights(weights, 10);
        for (float loss : new float[] {3, 1, 2}) {
            weights.values().get(0)[0] = loss;
            best.observe(loss, weights);
        }
        assertThat(best.weights().values().get(0)).containsExactly(1);
    }

    @Test
    void patience_is_over_after_that_many_epochs_without_a_lower_loss() {
        BestWeights best = new BestWeights(weights(0), 2);
        best.observe(1, weights(1));
        best.observe(1, weights(1));
        assertThat(best.isPatienceOver()).isFalse();
        best.observe(1.5, weights(1));
        assertThat(best.isPatienceOver()).isTrue();
        best.observe(0.5, weights(1));
        assertThat(best.isPatienceOver()).isFalse();
    }

    private static Weights weights(float value) {
        return Weights.drawn(List.of(Weight.free(new Shape(1), Initial.constant(value))), new Seed(1).random());
    }
}
