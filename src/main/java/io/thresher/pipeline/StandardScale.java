package io.thresher.pipeline;

/**
 * Zero mean and unit variance.
 *
 * @param mean what becomes 0
 * @param inverse one by the standard deviation; 1 where all numbers are equal
 */
record StandardScale(float mean, float inverse) {

    /** The scale of these numbers, all finite. */
    static StandardScale of(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        double mean = values.length == 0 ? 0 : sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        float inverse = values.length == 0 ? 1 : (float) (1 / Math.sqrt(squares / values.length));
        return new StandardScale((float) mean, Float.isFinite(inverse) && squares > 0 ? inverse : 1);
    }

    float apply(float value) {
        return (value - mean) * inverse;
    }

    /** Scales in place. */
    void apply(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = apply(values[i]);
        }
    }
}
