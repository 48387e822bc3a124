package io.thresher.model.tribuo;

import io.thresher.model.FeatureMatrix;

/** Training rows with each value replaced by the number of its range, column by column. */
final class BinnedFeatures {
    private final QuantileBins[] ranges;
    private final byte[][] columns;

    /** Cuts each column into at most {@code bins} ranges. */
    BinnedFeatures(FeatureMatrix features, int bins) {
        ranges = new QuantileBins[features.columns()];
        columns = new byte[features.columns()][features.rows()];
        for (int column = 0; column < ranges.length; column++) {
            ranges[column] = QuantileBins.of(features, column, bins);
            for (int row = 0; row < features.rows(); row++) {
                columns[column][row] = (byte) ranges[column].bin(features.value(row, column));
            }
        }
    }

    int features() {
        return ranges.length;
    }

    QuantileBins ranges(int feature) {
        return ranges[feature];
    }

    /** The range of each row, to be read as unsigned bytes. */
    byte[] column(int feature) {
        return columns[feature];
    }
}
