package io.thresher.model.neural;

import java.util.Arrays;

/**
 * Where the bins of a column meet: quantiles of its values (Gorishniy, Rubachev, Babenko: On Embeddings for Numerical
 * Features in Tabular Deep Learning, 2022, section 3.2.1). A value that fills more than a tenth of the column would take
 * many quantiles for itself and leave few to the rest; it becomes one edge, and the quantiles are those of the others.
 * Where there are no more values than bins, every value is an edge.
 */
final class QuantileEdges {
    private static final double MODAL_SHARE = 0.1;

    private QuantileEdges() {}

    /** At most {@code bins} + 2 distinct edges in ascending order; fewer than two if the column is constant. */
    static float[] of(float[] column, int bins) {
        float[] sorted = finite(column);
        Arrays.sort(sorted);
        float[] values = distinct(sorted.clone());
        if (values.length <= bins + 1) {
            return values;
        }
        int modal = modalStart(sorted);
        int length = runLength(sorted, modal);
        if (length <= MODAL_SHARE * sorted.length) {
            return distinct(quantiles(sorted, bins));
        }
        float[] others = without(sorted, modal, length);
        float[] edges = Arrays.copyOf(quantiles(others, bins), bins + 2);
        edges[edges.length - 1] = sorted[modal];
        return distinct(edges);
    }

    /** A copy without what is no number: that has no place on a line. */
    private static float[] finite(float[] column) {
        float[] finite = new float[column.length];
        int count = 0;
        for (float value : column) {
            if (Float.isFinite(value)) {
                finite[count++] = value;
            }
        }
        return Arrays.copyOf(finite, count);
    }

    /** The {@code bins} + 1 values that cut the column into parts of equal count. */
    private static float[] quantiles(float[] sorted, int bins) {
        float[] quantiles = new float[bins + 1];
        for (int i = 0; i <= bins; i++) {
            quantiles[i] = quantile(sorted, (double) i / bins);
        }
        return quantiles;
    }

    /** Where the longest run of one value starts. */
    private static int modalStart(float[] sorted) {
        int best = 0;
        int longest = 0;
        for (int start = 0; start < sorted.length; ) {
            int length = runLength(sorted, start);
            if (length > longest) {
                longest = length;
                best = start;
            }
            start += length;
        }
        return best;
    }

    private static int runLength(float[] sorted, int start) {
        int end = start;
        while (end < sorted.length && sorted[end] == sorted[start]) {
            end++;
        }
        return end - start;
    }

    private static float[] without(float[] sorted, int start, int length) {
        float[] rest = new float[sorted.length - length];
        System.arraycopy(sorted, 0, rest, 0, start);
        System.arraycopy(sorted, start + length, rest, start, rest.length - start);
        return rest;
    }

    /** Linear between the two nearest values. */
    private static float quantile(float[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return (float) (sorted[below] + (position - below) * ((double) sorted[above] - sorted[below]));
    }

    /** Sorts in place; the distinct values, where minus zero is zero. */
    private static float[] distinct(float[] edges) {
        Arrays.sort(edges);
        int count = 0;
        for (float edge : edges) {
            if (count == 0 || edge > edges[count - 1]) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }
}
