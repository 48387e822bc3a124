package io.thresher.data.issue;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.association.Ranks;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How much a column speaks, row by row, for the second of two sets. */
final class LogOdds {
    private static final int BINS = 16;
    private static final int ROWS_OF_A_RARE_WORD = 10;
    /** Rows added to each bin of both sets, so that few rows say little. */
    private static final double PRIOR = 2;

    private LogOdds() {}

    /** Logarithm of the odds of the bin of each row, counted in the other folds. */
    static double[] of(Column column, boolean[] second, int[] fold, int folds) {
        int[] bins = column instanceof CategoryColumn words ? ofWords(words) : ofNumbers((NumberColumn) column);
        int count = Arrays.stream(bins).max().orElse(0) + 1;
        double[][] all = new double[2][folds * count];
        for (int row = 0; row < bins.length; row++) {
            all[second[row] ? 1 : 0][fold[row] * count + bins[row]]++;
        }
        double[] odds = new double[bins.length];
        double[] ofBin = new double[count];
        for (int left = 0; left < folds; left++) {
            double[][] sums = {without(all[0], left, folds, count), without(all[1], left, folds, count)};
            double firstRows = Arrays.stream(sums[0]).sum();
            double secondRows = Arrays.stream(sums[1]).sum();
            double share = secondRows / Math.max(1, firstRows + secondRows);
            for (int bin = 0; bin < count; bin++) {
                double yes = (sums[1][bin] + PRIOR * share) / (secondRows + PRIOR);
                double no = (sums[0][bin] + PRIOR * (1 - share)) / (firstRows + PRIOR);
                ofBin[bin] = yes > 0 && no > 0 ? Math.log(yes / no) : 0;
            }
            for (int row = 0; row < bins.length; row++) {
                if (fold[row] == left) {
                    odds[row] = ofBin[bins[row]];
                }
            }
        }
        return odds;
    }

    private static double[] without(double[] counts, int left, int folds, int count) {
        double[] sums = new double[count];
        for (int fold = 0; fold < folds; fold++) {
            for (int bin = 0; bin < count && fold != left; bin++) {
                sums[bin] += counts[fold * count + bin];
            }
        }
        return sums;
    }

    private static int[] ofNumbers(NumberColumn column) {
        double[] ranks = Ranks.of(
                IntStream.range(0, column.rows()).mapToDouble(column::value).toArray());
        return Arrays.stream(ranks)
                .mapToInt(rank -> Double.isNaN(rank) ? BINS : Math.min(BINS - 1, (int) (rank * BINS)))
                .toArray();
    }

    private static int[] ofWords(CategoryColumn words) {
        int[] rowsOf = new int[words.levels().size() + 1];
        int[] bins =
                IntStream.range(0, words.rows()).map(row -> words.code(row) + 1).toArray();
        Arrays.stream(bins).forEach(bin -> rowsOf[bin]++);
        int rare = rowsOf.length;
        return Arrays.stream(bins)
                .map(bin -> bin > 0 && rowsOf[bin] < ROWS_OF_A_RARE_WORD ? rare : bin)
                .toArray();
    }
}
