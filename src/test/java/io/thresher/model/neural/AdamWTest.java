package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.thresher.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdamWTest {
    private static final float[] START = {1, -2, 0.5f, 3};
    private static final float[] SLOPES = {0.1f, -4, 1e-3f, 0};

    @Test
    void moves_as_the_optimiser_of_djl_does() {
        Weights weights = weights(true);
        Weights gradients = gradients(weights);
        AdamW optimiser = new AdamW(0.1, weights);
        try (NDManager manager = Torch.manager()) {
            NDArray expected = Torch.tensor(manager, new Shape(4), START);
            NDArray slopes = Torch.tensor(manager, new Shape(4), SLOPES);
            NDArray mean = manager.zeros(new Shape(4));
            NDArray variance = manager.zeros(new Shape(4));
            for (int step = 1; step <= 20; step++) {
                optimiser.step(weights, gradients, 0.01);
                double corrected = 0.01 * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                JniUtils.adamUpdate(
                        (PtNDArray) expected,
                        (PtNDArray) slopes,
                        (PtNDArray) mean,
                        (PtNDArray) variance,
                        0.01f,
                        (float) corrected,
                        0.1f,
                        1,
                        -1,
                        0.9f,
                        0.999f,
                        1e-10f,
                        true);
            }
            assertThat(weights.values().get(0)).containsExactly(Torch.read(expected), within(1e-5f));
        }
    }

    @Test
    void the_first_step_is_as_long_as_the_learning_rate_whatever_the_gradient() {
        Weights weights = weights(false);
        new AdamW(0.1, weights).step(weights, gradients(weights), 0.01);
        assertThat(weights.values().get(0)).containsExactly(new float[] {0.99f, -1.99f, 0.49f, 3}, within(1e-5f));
    }

    private static Weights weights(boolean decays) {
        Weight weight = new Weight(new Shape(4), decays, Initial.repeating(START));
        return Weights.drawn(List.of(weight), new Seed(1).random());
    }

    private static Weights gradients(Weights weights) {
        Weights gradients = weights.zeros();
        System.arraycopy(SLOPES, 0, gradients.values().get(0), 0, SLOPES.length);
        return gradients;
    }
}
