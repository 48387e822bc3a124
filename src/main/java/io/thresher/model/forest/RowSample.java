package io.thresher.model.forest;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The rows that one tree is grown on: each distinct row once, with the number of times it was drawn as its weight. Nodes
 * of the tree are ranges of one array of rows, which splits rearrange in place.
 */
final class RowSample {
    private final int[] weights;
    private final int[] rows;
    private final int[] aside;

    private RowSample(int[] weights) {
        this.weights = weights;
        this.rows = new int
                [(int) Arrays.stream(weights).filter(weight -> weight > 0).count()];
        this.aside = new int[rows.length];
        int count = 0;
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] > 0) {
                rows[count++] = row;
            }
        }
    }

    /** {@code draws} of {@code rows} rows, with replacement. */
    static RowSample bootstrap(int rows, int draws, SplittableRandom random) {
        int[] weights = new int[rows];
        for (int i = 0; i < draws; i++) {
            weights[random.nextInt(rows)]++;
        }
        return new RowSample(weights);
    }

    /** {@code draws} of {@code rows} rows, each at most once (Knuth, The Art of Computer Programming 2, 3.4.2 S). */
    static RowSample subset(int rows, int draws, SplittableRandom random) {
        int[] weights = new int[rows];
        int missing = draws;
        for (int row = 0; row < rows && missing > 0; row++) {
            if (random.nextInt(rows - row) < missing) {
                weights[row] = 1;
                missing--;
            }
        }
        return new RowSample(weights);
    }

    /** Number of distinct rows. */
    int size() {
        return rows.length;
    }

    int row(int position) {
        return rows[position];
    }

    int weight(int row) {
        return weights[row];
    }

    /**
     * Moves the rows of {@code [from, to)} that go left to the front, keeping their order.
     *
     * @return where those that go right start
     */
    int partition(int from, int to, byte[] codes, int lastLeft, boolean missingLeft) {
        int left = from;
        int right = 0;
        for (int position = from; position < to; position++) {
            int row = rows[position];
            int code = Byte.toUnsignedInt(codes[row]);
            if (code == CodedColumns.MISSING ? missingLeft : code <= lastLeft) {
                rows[left++] = row;
            } else {
                aside[right++] = row;
            }
        }
        System.arraycopy(aside, 0, rows, left, right);
        return left;
    }
}
