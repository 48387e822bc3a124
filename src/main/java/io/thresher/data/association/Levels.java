package io.thresher.data.association;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;

/**
 * A column as levels: one a word, or for numbers one for each of many bins that hold equally many rows. Bins are nested
 * three deep, eight finer ones in each coarser one, so that few rows can be judged coarsely and many finely. A missing
 * value is level 0.
 */
public final class Levels {
    private static final int BITS_BETWEEN = 3;
    private static final int MOST_BITS = 9;
    private static final int FEWEST_BITS = 3;
    private static final int ROWS_PER_FINEST_BIN = 4;

    private final int[] levels;
    private final int count;
    private final int depth;

    private Levels(int[] levels, int count, int depth) {
        this.levels = levels;
        this.count = count;
        this.depth = depth;
    }

    /** The levels of a column. */
    public static Levels of(Column column) {
        if (column instanceof CategoryColumn words) {
            return ofCodes(words);
        }
        NumberColumn numbers = (NumberColumn) column;
        double[] values = new double[numbers.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = numbers.value(row);
        }
        return ofNumbers(values);
    }

    /** The levels of numbers, NaN where one is missing. */
    public static Levels ofNumbers(double[] numbers) {
        int bits = FEWEST_BITS;
        while (bits < MOST_BITS && (1 << (bits + 1)) * ROWS_PER_FINEST_BIN <= numbers.length) {
            bits++;
        }
        double[] ranks = Ranks.of(numbers);
        int[] levels = new int[numbers.length];
        for (int row = 0; row < levels.length; row++) {
            levels[row] = Double.isNaN(ranks[row]) ? 0 : 1 + (int) (ranks[row] * (1 << bits) * (1 - 1e-12));
        }
        return new Levels(levels, 1 + (1 << bits), (bits + BITS_BETWEEN - 1) / BITS_BETWEEN);
    }

    private static Levels ofCodes(CategoryColumn words) {
        int[] levels = new int[words.rows()];
        for (int row = 0; row < levels.length; row++) {
            levels[row] = words.code(row) + 1;
        }
        return new Levels(levels, words.levels().size() + 1, 1);
    }

    /** Number of rows. */
    public int rows() {
        return levels.length;
    }

    /** How often the bins are nested; 1 for words. */
    int depth() {
        return depth;
    }

    /** Number of levels at {@code step} (0 is the coarsest), level 0 included. */
    int count(int step) {
        return 1 + ((count - 2 + (1 << shift(step))) >> shift(step));
    }

    /** The level of {@code row} at {@code step} (0 is the coarsest); 0 if its value is missing. */
    int level(int row, int step) {
        return levels[row] == 0 ? 0 : 1 + ((levels[row] - 1) >> shift(step));
    }

    private int shift(int step) {
        return (depth - 1 - step) * BITS_BETWEEN;
    }
}
