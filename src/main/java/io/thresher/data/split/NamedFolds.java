package io.thresher.data.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Folds that the user named in a column. */
final class NamedFolds {
    private NamedFolds() {}

    /**
     * One split a value, in the order of first appearance.
     *
     * @throws IllegalArgumentException if there are fewer than two values or more than folds allowed
     */
    static List<Split> splits(RowKeys keys) {
        long count = keys.distinct();
        if (count < 2 || count > Validation.MOST_FOLDS) {
            throw new IllegalArgumentException("a column of folds has from 2 to %d values, this one has %d"
                    .formatted(Validation.MOST_FOLDS, count));
        }
        List<Split> splits = new ArrayList<>();
        double[] values = IntStream.range(0, keys.rows())
                .filter(keys::isKnown)
                .mapToDouble(keys::of)
                .distinct()
                .toArray();
        for (double value : values) {
            splits.add(new Split(
                    IntStream.range(0, keys.rows())
                            .filter(row -> keys.of(row) != value)
                            .toArray(),
                    IntStream.range(0, keys.rows())
                            .filter(row -> keys.of(row) == value)
                            .toArray()));
        }
        return splits;
    }
}
