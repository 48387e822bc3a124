package io.thresher.data;

import java.util.stream.IntStream;

/** The rows to learn from: features and, row by row, the target. Rows of the dataset without a target are not here. */
public final class Labelled {
    private final Table features;
    private final Target target;
    private final int[] keptRows;

    /** Takes over {@code keptRows}, one a row: the row's index in the dataset, ascending. */
    public Labelled(Table features, Target target, int[] keptRows) {
        if (features.rows() != target.rows() || features.rows() != keptRows.length) {
            throw new IllegalArgumentException("features, target and kept rows must be equally long, got %d, %d and %d"
                    .formatted(features.rows(), target.rows(), keptRows.length));
        }
        this.features = features;
        this.target = target;
        this.keptRows = keptRows;
    }

    /** The features, without the target. */
    public Table features() {
        return features;
    }

    public Target target() {
        return target;
    }

    public int rows() {
        return keptRows.length;
    }

    /** The same rows with other features, as many rows. */
    public Labelled withFeatures(Table others) {
        return new Labelled(others, target, keptRows);
    }

    /** Only the given rows, in the given order. */
    public Labelled take(int[] rows) {
        int[] kept = IntStream.of(rows).map(row -> keptRows[row]).toArray();
        return new Labelled(features.take(rows), target.take(rows), kept);
    }

    /** For every row its index in the dataset, ascending, as a copy. */
    public int[] keptRows() {
        return keptRows.clone();
    }
}
