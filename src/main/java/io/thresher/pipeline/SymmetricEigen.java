package io.thresher.pipeline;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, largest first, by cyclic Jacobi rotations (Golub and Van Loan:
 * Matrix computations, 4th edition, section 8.5).
 */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 50;
    private static final double SMALL = 1e-28;

    private final double[][] matrix;
    private final double[][] vectors;
    private final int[] order;

    private SymmetricEigen(double[][] matrix) {
        int size = matrix.length;
        this.matrix = new double[size][];
        this.vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            this.matrix[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        rotate();
        order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -this.matrix[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static SymmetricEigen of(double[][] matrix) {
        return new SymmetricEigen(matrix);
    }

    /** The {@code i}-th largest eigenvalue. */
    double value(int i) {
        return matrix[order[i]][order[i]];
    }

    /** The {@code at}-th number of its eigenvector, of length 1. */
    double vector(int i, int at) {
        return vectors[at][order[i]];
    }

    private void rotate() {
        for (int sweep = 0; sweep < MOST_SWEEPS && beside() > SMALL * all(); sweep++) {
            for (int p = 0; p < matrix.length; p++) {
                for (int q = p + 1; q < matrix.length; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    /** Makes the number at (p, q) zero. */
    private void rotate(int p, int q) {
        if (matrix[p][q] == 0) {
            return;
        }
        double tau = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        for (double[] row : matrix) {
            mix(row, p, q, cosine, sine);
        }
        for (int i = 0; i < matrix.length; i++) {
            double atP = matrix[p][i];
            double atQ = matrix[q][i];
            matrix[p][i] = cosine * atP - sine * atQ;
            matrix[q][i] = sine * atP + cosine * atQ;
        }
        for (double[] row : vectors) {
            mix(row, p, q, cosine, sine);
        }
    }

    private static void mix(double[] row, int p, int q, double cosine, double sine) {
        double atP = row[p];
        double atQ = row[q];
        row[p] = cosine * atP - sine * atQ;
        row[q] = sine * atP + cosine * atQ;
    }

    private double beside() {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * matrix[i][j] * matrix[i][j];
            }
        }
        return sum;
    }

    private double all() {
        double sum = beside();
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i] * matrix[i][i];
        }
        return sum;
    }
}
