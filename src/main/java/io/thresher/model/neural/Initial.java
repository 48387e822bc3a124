package io.thresher.model.neural;

import java.util.SplittableRandom;

/** How the values of a weight start. */
@FunctionalInterface
interface Initial {

    /** The value at {@code index}. */
    float draw(int index, SplittableRandom random);

    /** Always {@code value}. */
    static Initial constant(float value) {
        return (index, random) -> value;
    }

    /** These values, over and over. */
    static Initial repeating(float... values) {
        return (index, random) -> values[index % values.length];
    }

    /** Uniform within ±1/√{@code fanIn}, as PyTorch starts its linear layers. */
    static Initial uniform(int fanIn) {
        double bound = 1 / Math.sqrt(fanIn);
        return (index, random) -> (float) ((2 * random.nextDouble() - 1) * bound);
    }

    /** Plus or minus one, equally likely. */
    static Initial sign() {
        return (index, random) -> random.nextBoolean() ? 1 : -1;
    }
}
