package io.thresher.data.issue;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import java.util.List;

/** A fingerprint of each row over some columns: alike for rows that are alike, also across tables. */
final class RowPrints {
    private static final long MISSING = 0x5851F42D4C957F2DL;

    private RowPrints() {}

    /** One print a row, 64 bits. */
    static long[] of(List<? extends Column> columns, int rows) {
        long[] prints = new long[rows];
        for (Column column : columns) {
            if (column instanceof CategoryColumn words) {
                long[] ofLevel =
                        words.levels().stream().mapToLong(RowPrints::print).toArray();
                for (int row = 0; row < rows; row++) {
                    prints[row] = mix(prints[row], words.code(row) < 0 ? MISSING : ofLevel[words.code(row)]);
                }
            } else {
                NumberColumn numbers = (NumberColumn) column;
                for (int row = 0; row < rows; row++) {
                    float value = numbers.value(row);
                    prints[row] = mix(prints[row], Float.isNaN(value) ? MISSING : Float.floatToIntBits(value + 0f));
                }
            }
        }
        return prints;
    }

    private static long print(String word) {
        long print = 1;
        for (int i = 0; i < word.length(); i++) {
            print = mix(print, word.charAt(i));
        }
        return print;
    }

    private static long mix(long print, long value) {
        long mixed = (print ^ value) * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 27);
    }
}
