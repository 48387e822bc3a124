package io.thresher.data.split;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What a validation by column goes by, one number a row; NaN where the column has no value. */
public final class RowKeys {
    private final double[] keys;

    private RowKeys(double[] keys) {
        this.keys = keys;
    }

    /** For a validation that goes by no column. */
    public static RowKeys none() {
        return new RowKeys(new double[0]);
    }

    /** Points in time, or any other order; taken over without copying. */
    public static RowKeys ofTimes(double[] times) {
        return new RowKeys(times);
    }

    /** One key for each distinct value. */
    public static RowKeys ofValues(Column column) {
        double[] keys = new double[column.rows()];
        if (column instanceof CategoryColumn words) {
            for (int row = 0; row < keys.length; row++) {
                keys[row] = words.code(row) < 0 ? Double.NaN : words.code(row);
            }
        } else if (column instanceof NumberColumn numbers) {
            for (int row = 0; row < keys.length; row++) {
                keys[row] = numbers.value(row);
            }
        }
        return new RowKeys(keys);
    }

    /** The keys of only the given rows, in the given order. */
    public RowKeys take(int[] rows) {
        return new RowKeys(
                keys.length == 0 ? keys : DoubleStream.of(taken(rows)).toArray());
    }

    /** Number of distinct keys. */
    public long distinct() {
        return DoubleStream.of(keys)
                .filter(key -> !Double.isNaN(key))
                .distinct()
                .count();
    }

    int rows() {
        return keys.length;
    }

    double of(int row) {
        return keys[row];
    }

    boolean isKnown(int row) {
        return !Double.isNaN(keys[row]);
    }

    /** For every row the number of its group, from 0 in the order of appearance; a row without a key is a group alone. */
    int[] groups() {
        Map<Double, Integer> numbers = new HashMap<>();
        int[] groups = new int[keys.length];
        int next = 0;
        for (int row = 0; row < keys.length; row++) {
            Integer known = isKnown(row) ? numbers.get(keys[row] + 0.0) : null;
            groups[row] = known == null ? next++ : known;
            if (known == null && isKnown(row)) {
                numbers.put(keys[row] + 0.0, groups[row]);
            }
        }
        return groups;
    }

    private double[] taken(int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = keys[rows[i]];
        }
        return taken;
    }
}
