package io.thresher.model.tribuo;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The rows that one tree is grown on: each distinct row once, with the number of times it was drawn as its weight. Nodes
 * of the tree are ranges of one array, which splits rearrange.
 */
final class SampledRows {
    private final LearnedOutputs outputs;
    private final int[] weights;
    private final int[] rows;
    private final int[] aside;

    private SampledRows(LearnedOutputs outputs, int[] weights) {
        this.outputs = outputs;
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

    /** Draws {@code draws} rows with replacement. */
    static SampledRows bootstrap(LearnedOutputs outputs, int draws, SplittableRandom random) {
        int[] weights = new int[outputs.rows()];
        for (int i = 0; i < draws; i++) {
            weights[random.nextInt(weights.length)]++;
        }
        return new SampledRows(outputs, weights);
    }

    /** Takes every row once. */
    static SampledRows all(LearnedOutputs outputs) {
        int[] weights = new int[outputs.rows()];
        Arrays.fill(weights, 1);
        return new SampledRows(outputs, weights);
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

    LearnedOutputs outputs() {
        return outputs;
    }

    /**
     * Moves the rows of {@code [from, to)} whose range is at most {@code bin} to the front, keeping their order.
     *
     * @return where the others start
     */
    int partition(int from, int to, byte[] column, int bin) {
        int left = from;
        int right = 0;
        for (int position = from; position < to; position++) {
            int row = rows[position];
            if (Byte.toUnsignedInt(column[row]) <= bin) {
                rows[left++] = row;
            } else {
                aside[right++] = row;
            }
        }
        System.arraycopy(aside, 0, rows, left, right);
        return left;
    }
}
