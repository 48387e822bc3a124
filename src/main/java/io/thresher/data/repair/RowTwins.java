package io.thresher.data.repair;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows that are alike. Rows are told apart by 128 bits of their values, which no two different rows share by chance. */
final class RowTwins {
    private final Table features;
    private final Target target;

    private record Print(long one, long other) {
        Print with(long value) {
            return new Print(mix(one * 31 + value), mix(other + 0x9E3779B97F4A7C15L * (value + 1)));
        }

        private static long mix(long bits) {
            long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return mixed ^ (mixed >>> 31);
        }
    }

    RowTwins(Table features, Target target) {
        this.features = features;
        this.target = target;
    }

    /** Of rows alike in features and target the first. */
    int[] firsts(int[] rows) {
        Set<Print> seen = new HashSet<>();
        return IntStream.of(rows)
                .filter(row -> seen.add(print(row).with(Double.doubleToLongBits(target.value(row)))))
                .toArray();
    }

    /** The rows for which no row alike in features has another target. */
    int[] agreeing(int[] rows) {
        Map<Print, Double> targetOf = new HashMap<>();
        Set<Print> disputed = new HashSet<>();
        for (int row : rows) {
            Print print = print(row);
            Double known = targetOf.putIfAbsent(print, target.value(row));
            if (known != null && known != target.value(row)) {
                disputed.add(print);
            }
        }
        return IntStream.of(rows).filter(row -> !disputed.contains(print(row))).toArray();
    }

    private Print print(int row) {
        Print print = new Print(1, 2);
        for (Column column : features.columns()) {
            if (column instanceof NumberColumn numbers) {
                print = print.with(Float.floatToIntBits(numbers.value(row) + 0f));
            } else {
                print = print.with(((CategoryColumn) column).code(row));
            }
        }
        return print;
    }
}
