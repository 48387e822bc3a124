package io.thresher.trial;

import io.thresher.data.Table;
import java.util.stream.IntStream;

/**
 * The rows on which model files are compared with what they were made of: some of those that a search may use, spread over
 * all of them, the same at both ends of the worker protocol.
 */
public final class CheckedRows {
    private static final int MOST = 500;

    private CheckedRows() {}

    /** How many there are of so many rows. */
    public static int count(int rows) {
        return Math.min(MOST, rows);
    }

    /** Takes them from the rows of a search. */
    public static Table of(Table features) {
        int count = count(features.rows());
        int step = Math.max(1, features.rows() / Math.max(1, count));
        return features.take(IntStream.range(0, count).map(row -> row * step).toArray());
    }
}
