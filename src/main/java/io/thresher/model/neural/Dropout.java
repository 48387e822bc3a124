package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import java.util.SplittableRandom;

/** Sets hidden values to zero at random while training and scales up the others (Srivastava and others, 2014). */
@FunctionalInterface
interface Dropout {

    /** Changes nothing: how a network predicts. */
    Dropout NONE = hidden -> hidden;

    /** The values that go on; they live as long as {@code hidden}. */
    NDArray apply(NDArray hidden);

    /** Begins an epoch. */
    default void renew() {}

    /** Drops each value with probability {@code rate}, a multiple of 2⁻¹⁶ below 1. */
    static Dropout of(double rate, SplittableRandom random) {
        return rate == 0 ? NONE : new MaskPool(rate, random);
    }
}
