package io.thresher.data.association;

/**
 * Mutual information I(X; Y) = H(X) + H(Y) − H(X, Y) of two binned columns. Each entropy H is corrected by (K − 1) / 2n,
 * K its number of bins that hold rows and n the number of rows (Miller: Note on the bias of information estimates, 1955).
 */
final class MutualInformation {
    private MutualInformation() {}

    /** The information in nats, at least 0. Both must have the same rows, one or more. */
    static double nats(Bins x, Bins y) {
        int rows = x.rows();
        int[] together = new int[x.count() * y.count()];
        int[] ofX = new int[x.count()];
        int[] ofY = new int[y.count()];
        for (int row = 0; row < rows; row++) {
            int binOfX = x.binOf().applyAsInt(row);
            int binOfY = y.binOf().applyAsInt(row);
            ofX[binOfX]++;
            ofY[binOfY]++;
            together[binOfX * y.count() + binOfY]++;
        }
        return Math.max(0, entropy(ofX, rows) + entropy(ofY, rows) - entropy(together, rows));
    }

    private static double entropy(int[] counts, int rows) {
        double sum = 0;
        int filled = 0;
        for (int count : counts) {
            if (count > 0) {
                sum -= count * Math.log(count / (double) rows);
                filled++;
            }
        }
        return sum / rows + (filled - 1) / (2.0 * rows);
    }
}
