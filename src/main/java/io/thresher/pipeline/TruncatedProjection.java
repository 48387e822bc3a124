package io.thresher.pipeline;

import io.thresher.model.SparseValues;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The right singular vectors of the largest singular values of a sparse matrix A, rows × columns: the columns of
 * {@link #vectors}, columns × count. Found by subspace iteration from a random start (Halko, Martinsson and Tropp: Finding
 * structure with randomness, SIAM Review 53, 2011, algorithm 4.4 and section 5.1), on AᵀA, so that nothing as long as the
 * rows is kept: {@code Z ← orth(AᵀA Z)}, then the eigenvectors of {@code ZᵀAᵀA Z}.
 */
final class TruncatedProjection {
    /** Columns beyond those wanted; 5 to 10 are enough (section 4.2 there). */
    private static final int OVERSAMPLING = 8;

    private static final int ITERATIONS = 4;
    /** Of the largest singular value, squared: below it is what rounding leaves. */
    private static final double SMALLEST = 1e-10;

    private final int count;
    private final float[] vectors;

    private TruncatedProjection(int count, float[] vectors) {
        this.count = count;
        this.vectors = vectors;
    }

    /**
     * At most {@code most} vectors; fewer where the matrix has no more.
     *
     * @param matrix of rows that count alike
     */
    static TruncatedProjection of(SparseValues matrix, int most, Seed seed) {
        int columns = matrix.columns();
        int width = Math.min(columns, most + OVERSAMPLING);
        SplittableRandom random = seed.random();
        double[][] start = new double[columns][width];
        for (double[] row : start) {
            for (int i = 0; i < width; i++) {
                row[i] = random.nextGaussian();
            }
        }
        TallMatrix basis = new TallMatrix(start);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            basis.orthonormalise();
            basis = new TallMatrix(squared(matrix, basis.values()));
        }
        basis.orthonormalise();
        SymmetricEigen small = SymmetricEigen.of(product(basis.values(), squared(matrix, basis.values())));
        int count = 0;
        while (count < Math.min(most, width) && small.value(count) > SMALLEST * small.value(0)) {
            count++;
        }
        float[] vectors = new float[columns * count];
        for (int column = 0; column < columns; column++) {
            for (int vector = 0; vector < count; vector++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += basis.values()[column][i] * small.vector(vector, i);
                }
                vectors[column * count + vector] = (float) sum;
            }
        }
        return new TruncatedProjection(count, vectors);
    }

    /** Number of vectors. */
    int count() {
        return count;
    }

    /** Columns × count, row-major. */
    float[] vectors() {
        return vectors.clone();
    }

    /** AᵀA Z, one row of A after the other. */
    private static double[][] squared(SparseValues matrix, double[][] basis) {
        int width = basis[0].length;
        double[][] result = new double[basis.length][width];
        double[] projected = new double[width];
        for (int row = 0; row < matrix.rows(); row++) {
            Arrays.fill(projected, 0);
            matrix.forEach(row, (column, value) -> add(value, basis[column], projected));
            matrix.forEach(row, (column, value) -> add(value, projected, result[column]));
        }
        return result;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    /** ZᵀY. */
    private static double[][] product(double[][] one, double[][] other) {
        int width = one[0].length;
        double[][] product = new double[width][width];
        for (int row = 0; row < one.length; row++) {
            for (int i = 0; i < width; i++) {
                add(one[row][i], other[row], product[i]);
            }
        }
        return product;
    }
}
