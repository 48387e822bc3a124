package io.thresher.data;

import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The rows dealt out into folds whose sizes differ by at most one. Folds are stratified: the rows of a class are
 * spread over the folds as evenly as they can be, and so a class of two rows is in every training part; numbers are
 * spread in the order of their size, so that every fold sees small and large ones.
 */
public final class Folds {
    private final int[] foldOfRow;
    private final int count;

    private Folds(int[] foldOfRow, int count) {
        this.foldOfRow = foldOfRow;
        this.count = count;
    }

    /**
     * Deals out the rows of {@code target}: rows of one kind beside each other, then each to the next fold.
     *
     * @param count number of folds, from 2 to the number of rows
     * @param seed the same seed gives the same folds
     * @throws IllegalArgumentException if there are fewer than two folds or more than rows
     */
    public static Folds of(Target target, int count, Seed seed) {
        if (count < 2 || count > target.rows()) {
            throw new IllegalArgumentException(
                    "folds must be from 2 to the number of rows, got %d for %d rows".formatted(count, target.rows()));
        }
        SplittableRandom random = seed.random();
        int[] order = IntStream.range(0, target.rows()).toArray();
        shuffle(order, random);
        List<Integer> dealt = new ArrayList<>(IntStream.of(order).boxed().toList());
        dealt.sort(Comparator.comparingDouble(target::value));
        int[] foldOfRow = new int[target.rows()];
        int[] foldOfPlace = IntStream.range(0, count).toArray();
        for (int i = 0; i < foldOfRow.length; i++) {
            int place = i % count;
            if (place == 0 && !target.task().isClassification()) {
                shuffle(foldOfPlace, random);
            }
            foldOfRow[dealt.get(i)] = foldOfPlace[place];
        }
        return new Folds(foldOfRow, count);
    }

    /** Number of folds. */
    public int count() {
        return count;
    }

    /** The rows to train on when {@code fold} (from 0) is left out, ascending. */
    public int[] trainingRows(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
    }

    /** The rows of {@code fold} (from 0), ascending. */
    public int[] validationRows(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
    }

    /** Fisher and Yates' shuffle. */
    private static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }
}
