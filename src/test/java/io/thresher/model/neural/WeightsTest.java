package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.thresher.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeightsTest {

    @Test
    void clips_all_values_together_to_one_length() {
        Weights weights = weights(6, 8);
        weights.clip(5);
        assertThat(weights.values().get(0)).containsExactly(3);
        assertThat(weights.values().get(1)).containsExactly(4);
    }

    @Test
    void leaves_what_is_short_enough() {
        Weights weights = weights(3, 4);
        weights.clip(5);
        assertThat(weights.values().get(1)).containsExactly(4);
    }

    @Test
    void a_copy_does_not_follow_the_original() {
        Weights weights = weights(3, 4);
        Weights copy = weights.copy();
        weights.values().get(0)[0] = 100;
        assertThat(copy.values().get(0)).containsExactly(3);
    }

    @Test
    void approaches_others_by_a_share_of_the_way() {
        Weights weights = weights(3, 4);
        weights.approach(weights(5, 0), 0.25);
        assertThat(weights.values().get(0)).containsExactly(3.5f);
        assertThat(weights.values().get(1)).containsExactly(3);
    }

    private static Weights weights(float one, float other) {
        return Weights.drawn(
                List.of(
                        Weight.matrix(new Shape(1), Initial.constant(one)),
                        Weight.free(new Shape(1), Initial.constant(other))),
                new Seed(1).random());
    }
}
