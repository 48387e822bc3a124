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
        return within(1 / Math.sqrt(fanIn));
    }

    /** Uniform within ±{@code bound}. */
    static Initial within(double bound) {
        return (index, random) -> (float) ((2 * random.nextDouble() - 1) * bound);
    }

    /** Normal with mean 0 (Box, Muller). */
    static Initial normal(double deviation) {
        return (index, random) -> {
            double length = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return (float) (deviation * length * StrictMath.cos(2 * Math.PI * random.nextDouble()));
        };
    }

    /** Plus or minus one, equally likely. */
    static Initial sign() {
        return (index, random) -> random.nextBoolean() ? 1 : -1;
    }
}
