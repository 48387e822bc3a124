package io.thresher.pipeline;

import io.thresher.model.SparseValues;

/** Where one preparation writes: neighbouring features of all rows, all zero at first. */
@FunctionalInterface
interface FeatureBlock {

    /** Sets a feature of a row, once; those of a row in their order. */
    void set(int row, int feature, float value);

    /**
     * A block of a matrix.
     *
     * @param values rows × stride, row-major
     * @param offset the place of the block's first feature in every row
     */
    static FeatureBlock of(float[] values, int stride, int offset) {
        return (row, feature, value) -> values[row * stride + offset + feature] = value;
    }

    /** A block of a matrix of which only the values other than 0 are kept. */
    static FeatureBlock of(SparseValues.Builder values, int offset) {
        return (row, feature, value) -> values.set(row, offset + feature, value);
    }
}
