package io.thresher.model.forest;

import io.thresher.model.FeatureMatrix;
import java.util.Arrays;

/**
 * Ranges of one column that hold about equally many training values each; a value that is frequent enough has a range of
 * its own, and a column of few values has one range a value. Missing values belong to none.
 *
 * <p>Features are float32 in training and in the exported graph, and a split asks {@code x ≤ threshold} of them. Every
 * threshold is a float t with {@code below ≤ t < above} for the training values beside it, so both sides take the same
 * branch everywhere, also a value that equals the threshold. Half way between two floats is computed in double precision
 * and rounded down: rounded to nearest it could reach {@code above}.
 */
final class ValueRanges {
    /** Ranges are numbered by one byte, whose last value says that a value is missing. */
    static final int MOST = 255;
    /** Quantiles of that many rows are as good as those of all, and sorting all is what takes time. */
    private static final int SAMPLE_ROWS = 50_000;

    private final float[] boundaries;
    private final float[] lowest;
    private final float[] highest;

    private ValueRanges(float[] boundaries) {
        this.boundaries = boundaries;
        this.lowest = new float[boundaries.length + 1];
        this.highest = new float[boundaries.length + 1];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    }

    /** At most {@code most} ranges of {@code column}. */
    static ValueRanges of(FeatureMatrix features, int column, int most) {
        int rows = Math.min(features.rows(), SAMPLE_ROWS);
        float[] sorted = new float[rows];
        int known = 0;
        for (int i = 0; i < rows; i++) {
            float value = features.value((int) ((long) i * features.rows() / rows), column);
            if (!Float.isNaN(value)) {
                // Negative zero is sorted before zero and yet equals it.
                sorted[known++] = value + 0f;
            }
        }
        Arrays.sort(sorted, 0, known);
        ValueRanges ranges = new ValueRanges(boundaries(Arrays.copyOf(sorted, known), most));
        for (int row = 0; row < features.rows(); row++) {
            ranges.stretch(features.value(row, column));
        }
        return ranges;
    }

    int count() {
        return lowest.length;
    }

    /** The range that {@code value}, which is not missing, lies in. */
    int range(float value) {
        int low = 0;
        int high = boundaries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= boundaries[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The least training value in a range. */
    float lowest(int range) {
        return lowest[range];
    }

    /** The greatest training value in a range. */
    float highest(int range) {
        return highest[range];
    }

    /** The threshold half way between the training values of one range and those of a later one. */
    float between(int range, int later) {
        return between(highest[range], lowest[later]);
    }

    private void stretch(float value) {
        if (!Float.isNaN(value)) {
            int range = range(value);
            lowest[range] = Math.min(lowest[range], value);
            highest[range] = Math.max(highest[range], value);
        }
    }

    /** Closes a range as soon as it holds its share of what is left for the ranges that are left. */
    private static float[] boundaries(float[] sorted, int most) {
        float[] boundaries = new float[most - 1];
        int count = 0;
        int start = 0;
        for (int i = 1; i < sorted.length && count < boundaries.length; i++) {
            double share = (double) (sorted.length - start) / (most - count);
            if (sorted[i] > sorted[i - 1] && (i - start >= share || isFrequent(sorted, i, share))) {
                boundaries[count++] = between(sorted[i - 1], sorted[i]);
                start = i;
            }
        }
        return Arrays.copyOf(boundaries, count);
    }

    /** Whether the value that starts at {@code index} fills a range alone. */
    private static boolean isFrequent(float[] sorted, int index, double share) {
        int last = index + (int) Math.ceil(share) - 1;
        return last < sorted.length && sorted[last] == sorted[index];
    }

    private static float between(float below, float above) {
        double low = Math.max(below, -Float.MAX_VALUE);
        double middle = low + (Math.min(above, Float.MAX_VALUE) - low) / 2;
        float rounded = (float) middle;
        return rounded > middle || rounded >= above ? Math.max(below, Math.nextDown(rounded)) : rounded;
    }
}
