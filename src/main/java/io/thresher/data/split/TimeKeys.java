package io.thresher.data.split;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQuery;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Points in time from the values of a column: seconds, or whatever numbers the column counts in. */
public final class TimeKeys {
    private static final List<Function<String, Double>> READINGS = List.of(
            text -> seconds(parsed(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME, OffsetDateTime::from)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime()),
            text -> seconds(parsed(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME, LocalDateTime::from)),
            text -> seconds(parsed(text.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME, LocalDateTime::from)),
            text -> seconds(parsed(text, DateTimeFormatter.ISO_LOCAL_DATE, LocalDate::from)
                    .atStartOfDay()),
            text -> seconds(parsed(text, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss"), LocalDateTime::from)),
            text -> seconds(parsed(text, DateTimeFormatter.ofPattern("d/M/yyyy"), LocalDate::from)
                    .atStartOfDay()),
            text -> seconds(parsed(text, DateTimeFormatter.ofPattern("M/d/yyyy"), LocalDate::from)
                    .atStartOfDay()),
            text -> seconds(parsed(text, DateTimeFormatter.ofPattern("d.M.yyyy"), LocalDate::from)
                    .atStartOfDay()),
            text -> seconds(parsed(text + "-01", DateTimeFormatter.ISO_LOCAL_DATE, LocalDate::from)
                    .atStartOfDay()));

    private TimeKeys() {}

    /**
     * Numbers that count time.
     *
     * @param known the numbers of the rows that have one
     * @param rows the rows of {@code known} within the dataset
     * @param count number of rows of the dataset
     */
    public static RowKeys ofNumbers(Target known, int[] rows, int count) {
        double[] times = new double[count];
        Arrays.fill(times, Double.NaN);
        for (int i = 0; i < rows.length; i++) {
            times[rows[i]] = known.value(i);
        }
        return RowKeys.ofTimes(times);
    }

    /**
     * Dates and times as words, all written in one way.
     *
     * @throws IllegalArgumentException if no way of writing dates fits all of them
     */
    public static RowKeys ofWords(Column column) {
        CategoryColumn words = (CategoryColumn) column;
        double[] ofLevel = READINGS.stream()
                .map(reading -> read(words.levels(), reading))
                .filter(times -> Arrays.stream(times).noneMatch(Double::isNaN))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the values of '%s' are no dates that are all written in one way, such as 2026-01-31"
                                .formatted(column.name())));
        double[] times = new double[words.rows()];
        for (int row = 0; row < times.length; row++) {
            times[row] = words.code(row) < 0 ? Double.NaN : ofLevel[words.code(row)];
        }
        return RowKeys.ofTimes(times);
    }

    private static double[] read(List<String> levels, Function<String, Double> reading) {
        double[] times = new double[levels.size()];
        for (int i = 0; i < times.length; i++) {
            OptionalDouble time = read(levels.get(i), reading);
            times[i] = time.orElse(Double.NaN);
            if (time.isEmpty()) {
                return times;
            }
        }
        return times;
    }

    private static OptionalDouble read(String text, Function<String, Double> reading) {
        try {
            return OptionalDouble.of(reading.apply(text));
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    private static <T> T parsed(String text, DateTimeFormatter format, TemporalQuery<T> query) {
        return format.parse(text, query);
    }

    private static double seconds(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).toEpochMilli() / 1e3;
    }
}
