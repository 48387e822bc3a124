package io.thresher.data.profile;

import io.thresher.data.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first and last of points in time. They are compared as times if there is one way of writing in which all of them
 * are written, day before month where it could be either; otherwise by the alphabet.
 */
final class DateScan {
    private static final List<String> FORMATS = List.of(
            "%Y/%m/%d",
            "%Y/%m/%d %H:%M",
            "%Y/%m/%d %H:%M:%S",
            "%Y%m%d",
            "%Y-%m-%d %H:%M",
            "%d.%m.%Y",
            "%d.%m.%Y %H:%M",
            "%d.%m.%Y %H:%M:%S",
            "%d-%m-%Y",
            "%d/%m/%Y",
            "%d/%m/%Y %H:%M",
            "%d/%m/%Y %H:%M:%S",
            "%m/%d/%Y",
            "%m/%d/%Y %H:%M",
            "%m/%d/%Y %H:%M:%S",
            "%m/%d/%y",
            "%d %b %Y",
            "%d-%b-%Y",
            "%d-%b-%y",
            "%b %d, %Y",
            "%d %B %Y",
            "%B %d, %Y");
    /** Distinct values by which the way of writing is told. */
    private static final int TRIED = 2_000;

    private final StoredRows rows;

    private DateScan(StoredRows rows) {
        this.rows = rows;
    }

    /** The ranges by place, of the columns of dates that have any. */
    static Map<Integer, DateRange> of(StoredRows rows) {
        DateScan scan = new DateScan(rows);
        Map<Integer, DateRange> ranges = new HashMap<>();
        rows.places(i -> rows.schema().columns().get(i).type() == ColumnType.DATE_TIME)
                .forEach(place -> scan.range(place).ifPresent(range -> ranges.put(place, range)));
        return ranges;
    }

    private Optional<DateRange> range(int place) {
        String time = time(place);
        String sql = "SELECT arg_min(c%1$d, %2$s), arg_max(c%1$d, %2$s) FROM t".formatted(place, time);
        return rows.query(sql, row -> {
            row.next();
            String earliest = row.getString(1);
            return earliest == null ? Optional.empty() : Optional.of(new DateRange(earliest, row.getString(2)));
        });
    }

    /** The expression that orders the values; the first that reads them all. */
    private String time(int place) {
        List<String> readings = new ArrayList<>();
        readings.add("TRY_CAST(c%d AS TIMESTAMPTZ)".formatted(place));
        FORMATS.forEach(format -> readings.add("try_strptime(c%d, '%s')".formatted(place, format)));
        List<String> counts =
                readings.stream().map(reading -> "count(%s)".formatted(reading)).toList();
        String sql = "SELECT count(*), %s FROM (SELECT DISTINCT c%2$d FROM t WHERE c%2$d IS NOT NULL LIMIT %3$d)"
                .formatted(String.join(", ", counts), place, TRIED);
        return rows.query(sql, row -> {
            row.next();
            for (int i = 0; i < readings.size(); i++) {
                if (row.getLong(i + 2) == row.getLong(1)) {
                    return readings.get(i);
                }
            }
            return "c" + place;
        });
    }
}
