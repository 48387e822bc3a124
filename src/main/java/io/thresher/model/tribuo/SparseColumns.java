package io.thresher.model.tribuo;

import io.thresher.model.FeatureMatrix;
import java.util.Arrays;

/** The values other than 0 of a feature matrix, column by column. */
final class SparseColumns {
    private final int rows;
    private final int[] starts;
    private final int[] rowOf;
    private final float[] values;

    private SparseColumns(int rows, int[] starts, int[] rowOf, float[] values) {
        this.rows = rows;
        this.starts = starts;
        this.rowOf = rowOf;
        this.values = values;
    }

    static SparseColumns of(FeatureMatrix features) {
        int columns = features.columns();
        int[] starts = new int[columns + 1];
        for (int row = 0; row < features.rows(); row++) {
            features.forEach(row, (column, value) -> starts[column + 1]++);
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = Arrays.copyOf(starts, columns);
        int[] rowOf = new int[starts[columns]];
        float[] values = new float[starts[columns]];
        for (int row = 0; row < features.rows(); row++) {
            int at = row;
            features.forEach(row, (column, value) -> {
                int place = next[column]++;
                rowOf[place] = at;
                values[place] = value;
            });
        }
        return new SparseColumns(features.rows(), starts, rowOf, values);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return starts.length - 1;
    }

    double sum(int column) {
        double sum = 0;
        for (int i = starts[column]; i < starts[column + 1]; i++) {
            sum += values[i];
        }
        return sum;
    }

    double squares(int column) {
        double sum = 0;
        for (int i = starts[column]; i < starts[column + 1]; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    /** The product of a column with {@code numbers}, one a row. */
    double dot(int column, double[] numbers) {
        double sum = 0;
        for (int i = starts[column]; i < starts[column + 1]; i++) {
            sum += values[i] * numbers[rowOf[i]];
        }
        return sum;
    }

    /** Adds {@code factor} times a column to {@code numbers}, one a row. */
    void add(int column, double factor, double[] numbers) {
        for (int i = starts[column]; i < starts[column + 1]; i++) {
            numbers[rowOf[i]] += factor * values[i];
        }
    }
}
