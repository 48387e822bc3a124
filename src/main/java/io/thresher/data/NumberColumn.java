package io.thresher.data;

/**
 * Numbers in single precision, the precision in which every model is trained and served: a threshold learned
 * from a value therefore compares equal with that value after export. NaN is a missing value.
 */
public final class NumberColumn implements Column {
    private final String name;
    private final float[] values;

    /** Takes over {@code values} (one a row) without copying; the caller must not change it afterwards. */
    public NumberColumn(String name, float[] values) {
        this.name = name;
        this.values = values;
    }

    /** The number in single precision; one too large for it becomes the largest that is finite. NaN stays NaN. */
    public static float single(double number) {
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return values.length;
    }

    /** The value in {@code row}, NaN if missing. */
    public float value(int row) {
        return values[row];
    }

    @Override
    public NumberColumn take(int[] rows) {
        float[] taken = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return new NumberColumn(name, taken);
    }
}
