package io.thresher.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The rows in the order of time; those without a time are not here. */
final class TimeOrder {
    private final RowKeys times;
    private final int[] rows;

    private TimeOrder(RowKeys times, int[] rows) {
        this.times = times;
        this.rows = rows;
    }

    static TimeOrder of(RowKeys times) {
        return new TimeOrder(
                times,
                IntStream.range(0, times.rows())
                        .filter(times::isKnown)
                        .boxed()
                        .sorted(Comparator.comparingDouble(times::of))
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /**
     * Forward chaining: the rows cut into {@code folds} + 1 blocks; each fold trains on all blocks before the one that
     * judges.
     *
     * @throws IllegalArgumentException if there are too few distinct times to cut
     */
    List<Split> steps(int folds) {
        List<Split> splits = new ArrayList<>();
        for (int fold = 1; fold <= folds; fold++) {
            int from = cut((double) fold / (folds + 1));
            int to = fold == folds ? rows.length : cut((double) (fold + 1) / (folds + 1));
            if (from == 0 || from >= to) {
                throw new IllegalArgumentException(
                        "%d steps forward need more than %d different times, spread over the rows"
                                .formatted(folds, times.distinct()));
            }
            splits.add(new Split(sorted(0, from), sorted(from, to)));
        }
        return splits;
    }

    /** The last rows left out. */
    Split last(double fraction) {
        int from = cut(1 - fraction);
        if (from == 0 || from >= rows.length) {
            throw new IllegalArgumentException(
                    "the last %.0f %% of the rows all have one time, or all rows have it".formatted(100 * fraction));
        }
        return new Split(sorted(0, from), sorted(from, rows.length));
    }

    /** Where to cut near that share of the rows, so that rows of one moment stay on one side. */
    private int cut(double share) {
        int wanted = (int) Math.round(share * rows.length);
        int back = wanted;
        while (back > 0 && back < rows.length && isOneMoment(back)) {
            back--;
        }
        int on = wanted;
        while (on > 0 && on < rows.length && isOneMoment(on)) {
            on++;
        }
        boolean backIsNearer = back > 0 && wanted - back <= on - wanted;
        return backIsNearer || on >= rows.length ? back : on;
    }

    private boolean isOneMoment(int place) {
        return times.of(rows[place - 1]) == times.of(rows[place]);
    }

    private int[] sorted(int from, int to) {
        int[] part = Arrays.copyOfRange(rows, from, to);
        Arrays.sort(part);
        return part;
    }
}
