package io.thresher.algebra;

/** Cholesky factors of symmetric positive definite matrices; only the lower triangle is looked at. */
public final class Cholesky {
    private Cholesky() {}

    /** Puts L with L·Lᵀ = A in place of A's lower triangle. A diagonal that vanishes by rounding is lifted. */
    public static void factor(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            for (int j = 0; j <= i; j++) {
                double[] other = matrix[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = i == j ? Math.sqrt(Math.max(sum, 1e-10)) : sum / other[j];
            }
        }
    }

    /** x with L·Lᵀ·x = b. */
    public static double[] solve(double[][] lower, double[] b) {
        int count = b.length;
        double[] x = forward(lower, b);
        for (int i = count - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }

    /** |L⁻¹b|². */
    public static double squaredNorm(double[][] lower, double[] b) {
        double sum = 0;
        for (double value : forward(lower, b)) {
            sum += value * value;
        }
        return sum;
    }

    /** (L·Lᵀ)⁻¹, whole. */
    public static double[][] inverse(double[][] lower) {
        int count = lower.length;
        double[][] inverted = new double[count][];
        for (int column = 0; column < count; column++) {
            // Rows of L⁻¹ᵀ, so that the product below runs along memory.
            double[] x = new double[count];
            x[column] = 1 / lower[column][column];
            for (int i = column + 1; i < count; i++) {
                double sum = 0;
                double[] row = lower[i];
                for (int k = column; k < i; k++) {
                    sum -= row[k] * x[k];
                }
                x[i] = sum / row[i];
            }
            inverted[column] = x;
        }
        double[][] inverse = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < count; k++) {
                    sum += inverted[i][k] * inverted[j][k];
                }
                inverse[i][j] = sum;
                inverse[j][i] = sum;
            }
        }
        return inverse;
    }

    private static double[] forward(double[][] lower, double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            double[] row = lower[i];
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= row[k] * x[k];
            }
            x[i] = sum / row[i];
        }
        return x;
    }
}
