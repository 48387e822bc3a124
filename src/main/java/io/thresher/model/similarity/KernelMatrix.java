package io.thresher.model.similarity;

/** The Gaussian kernel exp(−γ d²) of every pair of rows, in single precision: 4 bytes a pair. */
final class KernelMatrix {
    private final float[][] values;

    private KernelMatrix(float[][] values) {
        this.values = values;
    }

    static KernelMatrix of(ReferenceRows rows, double gamma) {
        float[][] values = new float[rows.rows()][rows.rows()];
        double[] distances = new double[rows.rows()];
        for (int row = 0; row < rows.rows(); row++) {
            rows.squaredDistancesFrom(row, row, distances);
            for (int other = row; other < rows.rows(); other++) {
                float value = (float) Math.exp(-gamma * distances[other]);
                values[row][other] = value;
                values[other][row] = value;
            }
        }
        return new KernelMatrix(values);
    }

    int rows() {
        return values.length;
    }

    /** The kernel of that row with every row; never to be written to. */
    float[] row(int row) {
        return values[row];
    }
}
