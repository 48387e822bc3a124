package io.thresher.model.neural;

import ai.djl.ndarray.types.Shape;

/**
 * A tensor that is learned.
 *
 * @param decays whether weight decay pulls it to zero: matrices, but no shifts and scales
 * @param initial how its values start
 */
record Weight(Shape shape, boolean decays, Initial initial) {

    static Weight matrix(Shape shape, Initial initial) {
        return new Weight(shape, true, initial);
    }

    static Weight free(Shape shape, Initial initial) {
        return new Weight(shape, false, initial);
    }

    int size() {
        return Math.toIntExact(shape.size());
    }
}
