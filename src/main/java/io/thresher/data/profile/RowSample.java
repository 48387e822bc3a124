package io.thresher.data.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows drawn by a hash of their number: the same each time, whatever order the file has, and for every column. */
final class RowSample {
    /** About so many rows are drawn of a larger table. */
    static final long ROWS = 10_000;

    private final StoredRows stored;
    private final String condition;
    private final int rows;

    private RowSample(StoredRows stored, String condition, int rows) {
        this.stored = stored;
        this.condition = condition;
        this.rows = rows;
    }

    static RowSample of(StoredRows stored) {
        long oneIn = Math.max(1, Math.round(stored.schema().rows() / (double) ROWS));
        String condition = oneIn == 1 ? "true" : "hash(r) %% %d = 0".formatted(oneIn);
        long rows = stored.query("SELECT count(*) FROM t WHERE " + condition, StoredRows::number);
        return new RowSample(stored, condition, Math.toIntExact(rows));
    }

    int rows() {
        return rows;
    }

    /** The sampled values of these columns, in this order. */
    List<SampledColumn> columns(List<Integer> places) {
        List<Reading> readings =
                places.stream().map(place -> new Reading(isNumeric(place))).toList();
        String sql = "SELECT %s FROM t WHERE %s ORDER BY r"
                .formatted(StoredRows.each(places, place -> "c" + place), condition);
        stored.query(sql, row -> {
            for (int i = 0; row.next(); i++) {
                for (int at = 0; at < readings.size(); at++) {
                    Reading reading = readings.get(at);
                    if (reading.numeric) {
                        double number = row.getDouble(at + 1);
                        reading.numbers[i] = row.wasNull() ? Double.NaN : number;
                    } else {
                        reading.add(i, row.getString(at + 1));
                    }
                }
            }
            return places.size();
        });
        return readings.stream().map(Reading::column).toList();
    }

    private boolean isNumeric(int place) {
        return stored.schema().columns().get(place).type().isNumeric();
    }

    private final class Reading {
        private final boolean numeric;
        private final double[] numbers;
        private final int[] codes;
        private final Map<String, Integer> codeOf = new HashMap<>();

        private Reading(boolean numeric) {
            this.numeric = numeric;
            this.numbers = new double[numeric ? rows : 0];
            this.codes = new int[numeric ? 0 : rows];
            Arrays.fill(codes, -1);
        }

        private void add(int row, @Nullable String word) {
            if (word != null) {
                codes[row] = codeOf.computeIfAbsent(word, unseen -> codeOf.size());
            }
        }

        private SampledColumn column() {
            return numeric ? new SampledNumbers(numbers) : new SampledWords(codes, codeOf.size());
        }
    }
}
