package io.thresher.model.forest;

import io.thresher.model.FeatureMatrix;

/** Training rows with each value replaced by the number of its range, column by column, one byte a value. */
final class CodedColumns {
    /** The code of a missing value. */
    static final int MISSING = ValueRanges.MOST;

    private final ValueRanges[] ranges;
    private final byte[][] codes;

    CodedColumns(FeatureMatrix features) {
        int rows = features.rows();
        ranges = new ValueRanges[features.columns()];
        codes = new byte[features.columns()][rows];
        for (int column = 0; column < ranges.length; column++) {
            ranges[column] = ValueRanges.of(features, column, ValueRanges.MOST);
            for (int row = 0; row < rows; row++) {
                float value = features.value(row, column);
                codes[column][row] = (byte) (Float.isNaN(value) ? MISSING : ranges[column].range(value));
            }
        }
    }

    int count() {
        return ranges.length;
    }

    ValueRanges ranges(int column) {
        return ranges[column];
    }

    /** The code of each row, to be read as unsigned bytes. */
    byte[] codes(int column) {
        return codes[column];
    }
}
