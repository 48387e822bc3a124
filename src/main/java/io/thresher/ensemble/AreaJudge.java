package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Predictions;

/**
 * The area under the ROC curve. Rows are sorted by radix, the class of a row riding in the lowest bit of its key: the bits
 * of floats from 0 to 1 are ordered as the floats are.
 */
final class AreaJudge extends Judge {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final int[] labels;
    private int[] keys = new int[0];
    private int[] spare = new int[0];

    AreaJudge(Target truth) {
        this.labels = new int[truth.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = truth.value(row) > 0 ? 1 : 0;
        }
    }

    @Override
    int rows() {
        return labels.length;
    }

    @Override
    float[] relevant(Predictions predictions) {
        float[] values = new float[labels.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = predictions.value(row, 1);
        }
        return values;
    }

    @Override
    double loss(float[] sum, float[] added, double scale, int[] counts) {
        int size = 0;
        for (int count : counts) {
            size += count;
        }
        keys = keys.length == size ? keys : new int[size];
        spare = spare.length == size ? spare : new int[size];
        int next = 0;
        for (int row = 0; row < counts.length; row++) {
            int key = key((float) (scale * (sum[row] + added[row])), labels[row]);
            for (int i = 0; i < counts[row]; i++) {
                keys[next++] = key;
            }
        }
        sort();
        return -area(keys);
    }

    /** The structural components of DeLong, DeLong and Clarke-Pearson (1988), weighted by the share of their class. */
    @Override
    double[] influences(float[] predictions) {
        int rows = labels.length;
        Integer[] order = new Integer[rows];
        java.util.Arrays.setAll(order, row -> row);
        java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(row -> predictions[row]));
        double positives = java.util.Arrays.stream(labels).sum();
        double negatives = rows - positives;
        double[] placed = new double[rows];
        double area = 0;
        double below = 0;
        double positivesBelow = 0;
        for (int from = 0, to; from < rows; from = to) {
            double tied = 0;
            double tiedPositives = 0;
            for (to = from; to < rows && predictions[order[to]] == predictions[order[from]]; to++) {
                tied += 1 - labels[order[to]];
                tiedPositives += labels[order[to]];
            }
            for (int i = from; i < to; i++) {
                placed[order[i]] = labels[order[i]] == 1
                        ? (below + tied / 2) / negatives
                        : 1 - (positivesBelow + tiedPositives / 2) / positives;
            }
            area += tiedPositives * (below + tied / 2) / (positives * negatives);
            below += tied;
            positivesBelow += tiedPositives;
        }
        for (int row = 0; row < rows; row++) {
            placed[row] = -(placed[row] - area) * rows / (labels[row] == 1 ? positives : negatives);
        }
        return placed;
    }

    private static int key(float probability, int label) {
        float bounded = probability > 0 ? Math.min(1f, probability) : 0;
        return (Float.floatToRawIntBits(bounded) << 1) | label;
    }

    private void sort() {
        for (int shift = 0; shift < Integer.SIZE; shift += DIGIT_BITS) {
            int[] starts = new int[DIGITS + 1];
            for (int key : keys) {
                starts[((key >>> shift) & (DIGITS - 1)) + 1]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int key : keys) {
                spare[starts[(key >>> shift) & (DIGITS - 1)]++] = key;
            }
            int[] sorted = spare;
            spare = keys;
            keys = sorted;
        }
    }

    private static double area(int[] sorted) {
        double wins = 0;
        double negatives = 0;
        double positives = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            int tiedPositives = 0;
            for (to = from; to < sorted.length && sorted[to] >> 1 == sorted[from] >> 1; to++) {
                tiedPositives += sorted[to] & 1;
            }
            int tiedNegatives = to - from - tiedPositives;
            wins += tiedPositives * (negatives + tiedNegatives / 2.0);
            negatives += tiedNegatives;
            positives += tiedPositives;
        }
        return wins / (positives * negatives);
    }
}
