package io.thresher.model.neural;

import java.util.Arrays;

/**
 * The bins of one column: bin t, from edge t to edge t + 1, turns a value into how far it has filled the bin, between
 * 0 and 1.
 */
final class ColumnBins {
    private final int column;
    private final float[] lows;
    private final float[] inverses;

    /**
     * @param column index of the column
     * @param edges ascending; bins too narrow for single precision are left out
     */
    ColumnBins(int column, float[] edges) {
        this.column = column;
        float[] lowOf = new float[edges.length];
        float[] inverseOf = new float[edges.length];
        int count = 0;
        for (int i = 1; i < edges.length; i++) {
            float inverse = 1 / (edges[i] - edges[i - 1]);
            if (Float.isFinite(inverse) && inverse > 0) {
                lowOf[count] = edges[i - 1];
                inverseOf[count++] = inverse;
            }
        }
        this.lows = Arrays.copyOf(lowOf, count);
        this.inverses = Arrays.copyOf(inverseOf, count);
    }

    int column() {
        return column;
    }

    /** Number of bins. */
    int count() {
        return lows.length;
    }

    /** Lower edge of bin {@code index}. */
    float low(int index) {
        return lows[index];
    }

    /** One by the width of bin {@code index}. */
    float inverse(int index) {
        return inverses[index];
    }

    /** Writes {@link #count()} numbers, clip((value − low) · inverse, 0, 1) each, from {@code offset} on. */
    void encode(float value, float[] into, int offset) {
        for (int i = 0; i < lows.length; i++) {
            into[offset + i] = Math.min(1f, Math.max(0f, (value - lows[i]) * inverses[i]));
        }
    }
}
