package io.thresher.data.split;

import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whole groups dealt out, the largest first, each to the part that it makes fullest in the least uneven way: for classes
 * the part whose share of every class then deviates least, for numbers the part with the fewest rows.
 */
final class GroupDealing {
    private final int[] partOfRow;
    private final int parts;

    private GroupDealing(int[] partOfRow, int parts) {
        this.partOfRow = partOfRow;
        this.parts = parts;
    }

    /**
     * @param groups for every row the number of its group, from 0 without gaps
     * @throws IllegalArgumentException if there are fewer groups than parts
     */
    static GroupDealing of(Target target, int[] groups, int parts, Seed seed) {
        int count = IntStream.of(groups).max().orElse(-1) + 1;
        if (count < parts) {
            throw new IllegalArgumentException("%d folds need as many groups, got %d".formatted(parts, count));
        }
        int kinds = Math.max(1, target.classes().size());
        int[][] rowsOf = new int[count][kinds];
        for (int row = 0; row < groups.length; row++) {
            rowsOf[groups[row]][kind(target, row)]++;
        }
        int[] partOfGroup = deal(rowsOf, parts, kinds, seed.random());
        return new GroupDealing(
                IntStream.of(groups).map(group -> partOfGroup[group]).toArray(), parts);
    }

    List<Split> splits() {
        return StratifiedDealing.splits(partOfRow, parts);
    }

    private static int[] deal(int[][] rowsOf, int parts, int kinds, SplittableRandom random) {
        int[] order = IntStream.range(0, rowsOf.length).toArray();
        StratifiedDealing.shuffle(order, random);
        int[] largestFirst = IntStream.of(order)
                .boxed()
                .sorted((one, other) -> Integer.compare(size(rowsOf[other]), size(rowsOf[one])))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] totals = new double[kinds];
        for (int[] rows : rowsOf) {
            for (int kind = 0; kind < kinds; kind++) {
                totals[kind] += rows[kind];
            }
        }
        double[][] filled = new double[parts][kinds];
        int[] partOfGroup = new int[rowsOf.length];
        for (int group : largestFirst) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int part = 0; part < parts; part++) {
                double cost = cost(filled[part], rowsOf[group], totals);
                if (cost < least) {
                    least = cost;
                    best = part;
                }
            }
            partOfGroup[group] = best;
            for (int kind = 0; kind < kinds; kind++) {
                filled[best][kind] += rowsOf[group][kind];
            }
        }
        return partOfGroup;
    }

    /** By how much the sum of squared shares grows if the part takes the group: least where the part lacks what it has. */
    private static double cost(double[] filled, int[] rows, double[] totals) {
        double growth = 0;
        for (int kind = 0; kind < totals.length; kind++) {
            if (totals[kind] > 0) {
                double before = filled[kind] / totals[kind];
                double after = (filled[kind] + rows[kind]) / totals[kind];
                growth += after * after - before * before;
            }
        }
        return growth;
    }

    private static int kind(Target target, int row) {
        return target.classes().isEmpty() ? 0 : (int) target.value(row);
    }

    private static int size(int[] rows) {
        return IntStream.of(rows).sum();
    }
}
