package io.thresher.data.split;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The splits of one validation, in order. A row may be left out once, several times, or never. */
public final class Folds {
    private final List<Split> splits;
    private final boolean lastIsDelivered;

    private Folds(List<Split> splits, boolean lastIsDelivered) {
        this.splits = List.copyOf(splits);
        this.lastIsDelivered = lastIsDelivered;
    }

    /** Splits of equal standing: the delivered model is the average of all their models. */
    static Folds equal(List<Split> splits) {
        return new Folds(splits, false);
    }

    /** Splits each of which trains on more than the one before: the delivered model is that of the last. */
    static Folds growing(List<Split> splits) {
        return new Folds(splits, true);
    }

    /** The same folds with the training rows of each as {@code narrowing} leaves them. */
    public Folds narrowed(UnaryOperator<int[]> narrowing) {
        List<Split> narrowed = splits.stream()
                .map(split -> new Split(narrowing.apply(split.trainingRows()), split.validationRows()))
                .toList();
        return new Folds(narrowed, lastIsDelivered);
    }

    /** Number of folds. */
    public int count() {
        return splits.size();
    }

    /** The rows to train on in {@code fold} (from 0), ascending. */
    public int[] trainingRows(int fold) {
        return splits.get(fold).trainingRows();
    }

    /** The rows that judge the model of {@code fold} (from 0), ascending. */
    public int[] validationRows(int fold) {
        return splits.get(fold).validationRows();
    }

    /** The folds whose models make up the delivered one, averaged. */
    public List<Integer> delivered() {
        return lastIsDelivered
                ? List.of(splits.size() - 1)
                : IntStream.range(0, splits.size()).boxed().toList();
    }
}
