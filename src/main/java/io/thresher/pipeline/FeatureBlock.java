package io.thresher.pipeline;

/** Where one preparation writes: neighbouring features of all rows, all zero at first. */
final class FeatureBlock {
    private final float[] values;
    private final int stride;
    private final int offset;

    /**
     * @param values rows × stride, row-major
     * @param offset the place of the block's first feature in every row
     */
    FeatureBlock(float[] values, int stride, int offset) {
        this.values = values;
        this.stride = stride;
        this.offset = offset;
    }

    void set(int row, int feature, float value) {
        values[row * stride + offset + feature] = value;
    }
}
