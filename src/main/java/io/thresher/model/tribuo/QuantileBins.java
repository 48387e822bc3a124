package io.thresher.model.tribuo;

import io.thresher.model.FeatureMatrix;
import java.util.Arrays;

/**
 * Ranges of one feature that hold about equally many training values each; a value that is frequent enough has a range
 * of its own. A tree on ranges needs one histogram a node and feature in place of a sort.
 *
 * <p>A boundary is the float32 half way between the two training values beside it, rounded so that it is never above
 * half way and never reaches the upper one: {@code x ≤ boundary} then divides float32 values exactly as ranges do.
 */
final class QuantileBins {
    /** Ranges are numbered by one byte. */
    static final int MOST = 256;
    /** Quantiles of that many rows are as good as those of all, and sorting all is what takes time. */
    private static final int SAMPLE_ROWS = 50_000;

    private final float[] boundaries;

    private QuantileBins(float[] boundaries) {
        this.boundaries = boundaries;
    }

    /** At most {@code bins} ranges of {@code column}, which has no missing values. */
    static QuantileBins of(FeatureMatrix features, int column, int bins) {
        int rows = Math.min(features.rows(), SAMPLE_ROWS);
        float[] sorted = new float[rows];
        for (int i = 0; i < rows; i++) {
            sorted[i] = features.value((int) ((long) i * features.rows() / rows), column);
        }
        Arrays.sort(sorted);
        return new QuantileBins(boundaries(sorted, bins));
    }

    int bins() {
        return boundaries.length + 1;
    }

    /** The upper boundary of a range, which belongs to it; the last range has none. */
    float boundary(int bin) {
        return boundaries[bin];
    }

    /** The range that {@code value} lies in. */
    int bin(float value) {
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

    /** Closes a range as soon as it holds its share of what is left for the ranges that are left. */
    private static float[] boundaries(float[] sorted, int bins) {
        float[] boundaries = new float[bins - 1];
        int count = 0;
        int start = 0;
        for (int i = 1; i < sorted.length && count < boundaries.length; i++) {
            double share = (double) (sorted.length - start) / (bins - count);
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
        double middle = below + ((double) above - below) / 2;
        float rounded = (float) middle;
        return rounded > middle || rounded >= above ? Math.max(below, Math.nextDown(rounded)) : rounded;
    }
}
