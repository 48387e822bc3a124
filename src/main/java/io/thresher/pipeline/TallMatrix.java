package io.thresher.pipeline;

/** A matrix of many rows and few columns, which can be made orthonormal. */
final class TallMatrix {
    /** Of its length: a column of which no more is left is a sum of those before it. */
    private static final double NOTHING = 1e-12;

    private final double[][] values;

    /**
     * @param values rows × columns, taken over without copying
     */
    TallMatrix(double[][] values) {
        this.values = values;
    }

    /** Rows × columns, not a copy. */
    double[][] values() {
        return values;
    }

    /**
     * Modified Gram-Schmidt, twice, which is enough (Golub and Van Loan: Matrix computations, 4th edition, section 5.2.8); a
     * column that is a sum of those before it becomes 0.
     */
    void orthonormalise() {
        for (int column = 0; column < values[0].length; column++) {
            double before = length(column);
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < column; other++) {
                    subtract(column, other, dot(column, other));
                }
            }
            double left = length(column);
            scale(column, left > NOTHING * before ? 1 / left : 0);
        }
    }

    private double dot(int one, int other) {
        double sum = 0;
        for (double[] row : values) {
            sum += row[one] * row[other];
        }
        return sum;
    }

    private double length(int column) {
        return Math.sqrt(dot(column, column));
    }

    private void subtract(int from, int column, double factor) {
        for (double[] row : values) {
            row[from] -= factor * row[column];
        }
    }

    private void scale(int column, double factor) {
        for (double[] row : values) {
            row[column] *= factor;
        }
    }
}
