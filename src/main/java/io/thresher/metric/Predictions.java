package io.thresher.metric;

/**
 * Predictions, rows × width, row-major: one probability a class, or one number (width 1) for regression.
 */
public final class Predictions {
    private final int rows;
    private final int width;
    private final float[] values;

    /** Takes over {@code values} (rows × width, row-major) without copying. */
    public Predictions(int rows, int width, float[] values) {
        if (values.length != rows * width) {
            throw new IllegalArgumentException(
                    "%d × %d predictions need %d values, got %d".formatted(rows, width, rows * width, values.length));
        }
        this.rows = rows;
        this.width = width;
        this.values = values;
    }

    public int rows() {
        return rows;
    }

    /** Number of classes, or 1 for regression. */
    public int width() {
        return width;
    }

    public float value(int row, int output) {
        return values[row * width + output];
    }

    /** All values, rows × width, row-major, as a copy. */
    public float[] values() {
        return values.clone();
    }

    /** The predictions of only the given rows, in the given order. */
    public Predictions take(int[] rows) {
        float[] taken = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, taken, i * width, width);
        }
        return new Predictions(rows.length, width, taken);
    }

    /** Whether every value is finite. */
    public boolean areFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
