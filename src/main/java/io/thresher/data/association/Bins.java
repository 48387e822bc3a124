package io.thresher.data.association;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Target;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Values in a few bins: numbers in bins of equally many rows, words each in its own. Words of few rows share one bin, so
 * that a column whose words are all different tells nothing; so do missing values.
 *
 * @param count number of bins
 * @param binOf the bin of each row
 * @param rows number of rows
 */
record Bins(int count, IntUnaryOperator binOf, int rows) {
    private static final int MOST_BINS = 16;
    private static final int FEWEST_BINS = 2;
    private static final int ROWS_PER_BIN = 12;
    private static final int ROWS_OF_A_RARE_WORD = 5;
    private static final int RARE = 0;

    /** The bins of a column; missing values have one of their own. */
    static Bins of(Column column) {
        if (column instanceof CategoryColumn words) {
            return ofWords(words);
        }
        NumberColumn numbers = (NumberColumn) column;
        return ofNumbers(
                IntStream.range(0, numbers.rows()).mapToDouble(numbers::value).toArray());
    }

    static Bins ofTarget(Target target) {
        if (!target.task().isClassification()) {
            return ofNumbers(target.values());
        }
        return new Bins(target.classes().size(), row -> (int) target.value(row), target.rows());
    }

    private static Bins ofNumbers(double[] numbers) {
        int bins = Math.max(FEWEST_BINS, Math.min(MOST_BINS, (int) Math.sqrt(numbers.length / (double) ROWS_PER_BIN)));
        double[] ranks = Ranks.of(numbers);
        int[] binOf = new int[numbers.length];
        for (int row = 0; row < binOf.length; row++) {
            binOf[row] = Double.isNaN(ranks[row]) ? bins : Math.min(bins - 1, (int) (ranks[row] * bins));
        }
        return new Bins(bins + 1, row -> binOf[row], numbers.length);
    }

    private static Bins ofWords(CategoryColumn words) {
        int levels = words.levels().size();
        int[] rowsOf = new int[levels];
        for (int row = 0; row < words.rows(); row++) {
            if (words.code(row) >= 0) {
                rowsOf[words.code(row)]++;
            }
        }
        int[] binOfLevel = new int[levels + 1];
        int bins = 2;
        for (int level = 0; level < levels; level++) {
            binOfLevel[level] = rowsOf[level] < ROWS_OF_A_RARE_WORD ? RARE : bins++;
        }
        binOfLevel[levels] = 1;
        int[] binOf = new int[words.rows()];
        Arrays.setAll(binOf, row -> binOfLevel[words.code(row) < 0 ? levels : words.code(row)]);
        return new Bins(bins, row -> binOf[row], words.rows());
    }
}
