package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.thresher.seed.Seed;
import org.junit.jupiter.api.Test;

final class DropoutTest {

    @Test
    void drops_its_share_and_scales_the_others_so_that_the_sum_stays() {
        try (NDManager manager = Torch.manager()) {
            NDArray hidden = manager.ones(new Shape(200, 500));
            float[] left = Torch.read(Dropout.of(0.2, new Seed(1).random()).apply(hidden));
            int dropped = 0;
            for (float value : left) {
                assertThat(value).isIn(0f, 1.25f);
                dropped += value == 0 ? 1 : 0;
            }
            assertThat((double) dropped / left.length).isCloseTo(0.2, within(0.01));
        }
    }

    @Test
    void a_rate_of_zero_drops_nothing() {
        assertThat(Dropout.of(0, new Seed(1).random())).isSameAs(Dropout.NONE);
    }
}
