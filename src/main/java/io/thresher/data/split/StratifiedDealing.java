package io.thresher.data.split;

import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The rows dealt out into parts whose sizes differ by at most one. The rows of a class are spread over the parts as
 * evenly as they can be, and so a class of two rows is in every training part; numbers are spread in the order of their
 * size, so that every part sees small and large ones.
 */
final class StratifiedDealing {
    private final int[] partOfRow;
    private final int parts;

    private StratifiedDealing(int[] partOfRow, int parts) {
        this.partOfRow = partOfRow;
        this.parts = parts;
    }

    static StratifiedDealing of(Target target, int parts, Seed seed) {
        if (parts < 2 || parts > target.rows()) {
            throw new IllegalArgumentException(
                    "folds must be from 2 to the number of rows, got %d for %d rows".formatted(parts, target.rows()));
        }
        SplittableRandom random = seed.random();
        List<Integer> dealt = inOrder(target, random);
        int[] partOfRow = new int[target.rows()];
        int[] partOfPlace = IntStream.range(0, parts).toArray();
        for (int i = 0; i < partOfRow.length; i++) {
            int place = i % parts;
            if (place == 0 && !target.task().isClassification()) {
                shuffle(partOfPlace, random);
            }
            partOfRow[dealt.get(i)] = partOfPlace[place];
        }
        return new StratifiedDealing(partOfRow, parts);
    }

    /** Leaves out one row in so many, evenly over the classes or the size of the numbers; at least one. */
    static Split leftOut(Target target, double fraction, Seed seed) {
        List<Integer> dealt = inOrder(target, seed.random());
        double start = seed.fork("start").random().nextDouble();
        boolean[] left = new boolean[target.rows()];
        for (int i = 0; i < left.length; i++) {
            left[dealt.get(i)] = Math.floor((i + 1) * fraction + start) > Math.floor(i * fraction + start);
        }
        if (IntStream.range(0, left.length).noneMatch(row -> left[row])) {
            left[dealt.get(0)] = true;
        }
        return new Split(
                IntStream.range(0, left.length).filter(row -> !left[row]).toArray(),
                IntStream.range(0, left.length).filter(row -> left[row]).toArray());
    }

    List<Split> splits() {
        return splits(partOfRow, parts);
    }

    /** One split a part: its rows judge, all others are trained on. */
    static List<Split> splits(int[] partOfRow, int parts) {
        List<Split> splits = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int left = part;
            splits.add(new Split(
                    IntStream.range(0, partOfRow.length)
                            .filter(row -> partOfRow[row] != left)
                            .toArray(),
                    IntStream.range(0, partOfRow.length)
                            .filter(row -> partOfRow[row] == left)
                            .toArray()));
        }
        return splits;
    }

    /** Fisher and Yates' shuffle. */
    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }

    /** The rows, those of one kind beside each other, in a drawn order within the kind. */
    private static List<Integer> inOrder(Target target, SplittableRandom random) {
        int[] order = IntStream.range(0, target.rows()).toArray();
        shuffle(order, random);
        List<Integer> dealt = new ArrayList<>(IntStream.of(order).boxed().toList());
        dealt.sort(Comparator.comparingDouble(target::value));
        return dealt;
    }
}
