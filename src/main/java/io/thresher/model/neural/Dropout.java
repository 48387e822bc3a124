package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import java.util.SplittableRandom;

/**
 * Sets hidden values to zero at random while training and scales up the others (Srivastava and others: Dropout, 2014).
 * Masks are drawn in Java: PyTorch's generator is shared by the whole process, and its dropout costs more than the
 * matrix product before it.
 */
@FunctionalInterface
interface Dropout {

    /** Changes nothing: how a network predicts. */
    Dropout NONE = hidden -> hidden;

    /** The values that go on; they live as long as {@code hidden}. */
    NDArray apply(NDArray hidden);

    /** Drops each value with probability {@code rate}, a multiple of 2⁻¹⁶ below 1. */
    static Dropout of(double rate, SplittableRandom random) {
        if (rate == 0) {
            return NONE;
        }
        return hidden -> {
            float[] mask = mask(Math.toIntExact(hidden.size()), rate, random);
            return hidden.mul(Torch.tensor(hidden.getManager(), hidden.getShape(), mask));
        };
    }

    private static float[] mask(int size, double rate, SplittableRandom random) {
        int threshold = (int) Math.round(rate * (1 << Short.SIZE));
        float kept = (float) (1 / (1 - rate));
        float[] mask = new float[size];
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits = i % 4 == 0 ? random.nextLong() : bits >>> Short.SIZE;
            mask[i] = (bits & 0xFFFF) < threshold ? 0f : kept;
        }
        return mask;
    }
}
