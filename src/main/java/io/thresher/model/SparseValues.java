package io.thresher.model;

import java.util.Arrays;

/** The values other than 0 of a matrix, row by row, in the order of columns. */
public final class SparseValues {
    private final int columns;
    private final int[] starts;
    private final int[] columnOf;
    private final float[] values;

    private SparseValues(int columns, int[] starts, int[] columnOf, float[] values) {
        this.columns = columns;
        this.starts = starts;
        this.columnOf = columnOf;
        this.values = values;
    }

    /** Told one value other than 0. */
    @FunctionalInterface
    public interface Visitor {
        void visit(int column, float value);
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** Number of values other than 0. */
    public int present() {
        return values.length;
    }

    /** Tells the values other than 0 of a row, in the order of columns. */
    public void forEach(int row, Visitor visitor) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            visitor.visit(columnOf[i], values[i]);
        }
    }

    float value(int row, int column) {
        int place = Arrays.binarySearch(columnOf, starts[row], starts[row + 1], column);
        return place < 0 ? 0 : values[place];
    }

    long bytes() {
        return (long) values.length * (Integer.BYTES + Float.BYTES) + (long) starts.length * Integer.BYTES;
    }

    /** Takes values in any order of rows, but those of a row in the order of columns. */
    public static final class Builder {
        private final int columns;
        private final int[] counts;
        private int[] rowOf = new int[1024];
        private int[] columnOf = new int[1024];
        private float[] values = new float[1024];
        private int size;

        public Builder(int rows, int columns) {
            this.counts = new int[rows + 1];
            this.columns = columns;
        }

        /** Sets a value; those that are not set are 0. */
        public void set(int row, int column, float value) {
            if (value == 0) {
                return;
            }
            if (size == values.length) {
                int more = size + size / 2;
                rowOf = Arrays.copyOf(rowOf, more);
                columnOf = Arrays.copyOf(columnOf, more);
                values = Arrays.copyOf(values, more);
            }
            rowOf[size] = row;
            columnOf[size] = column;
            values[size++] = value;
            counts[row + 1]++;
        }

        /**
         * The matrix.
         *
         * @throws IllegalStateException if the values of a row came out of order
         */
        public SparseValues build() {
            int[] starts = counts.clone();
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = starts.clone();
            int[] columnsByRow = new int[size];
            float[] valuesByRow = new float[size];
            for (int i = 0; i < size; i++) {
                int place = next[rowOf[i]]++;
                if (place > starts[rowOf[i]] && columnsByRow[place - 1] >= columnOf[i]) {
                    throw new IllegalStateException("values of row %d come out of order".formatted(rowOf[i]));
                }
                columnsByRow[place] = columnOf[i];
                valuesByRow[place] = values[i];
            }
            return new SparseValues(columns, starts, columnsByRow, valuesByRow);
        }
    }
}
