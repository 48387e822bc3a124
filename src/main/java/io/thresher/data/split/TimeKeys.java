package io.thresher.data.split;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points in time from the values of a column: seconds, or whatever numbers the column counts in. */
public final class TimeKeys {
    /** A year for values that name none, such as times of day: they are compared with each other only. */
    private static final int SOME_YEAR = 2000;

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
     * Dates and times as words.
     *
     * @param format how they are written, as {@link DateTimeFormatter} has it, with English names in upper or lower case
     * @throws IllegalArgumentException if there is no such format, or a value does not follow it
     */
    public static RowKeys ofWords(Column column, @Nullable String format) {
        CategoryColumn words = (CategoryColumn) column;
        if (format == null) {
            throw new IllegalArgumentException(
                    "the values of '%s' are no dates that are all written in one way, such as 2026-01-31"
                            .formatted(column.name()));
        }
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(format)
                .toFormatter(Locale.ENGLISH);
        double[] ofLevel = words.levels().stream()
                .mapToDouble(word -> seconds(column.name(), word, formatter))
                .toArray();
        double[] times = new double[words.rows()];
        for (int row = 0; row < times.length; row++) {
            times[row] = words.code(row) < 0 ? Double.NaN : ofLevel[words.code(row)];
        }
        return RowKeys.ofTimes(times);
    }

    private static double seconds(String column, String word, DateTimeFormatter formatter) {
        try {
            TemporalAccessor read = formatter.parse(word);
            LocalTime time = Objects.requireNonNullElse(read.query(TemporalQueries.localTime()), LocalTime.MIDNIGHT);
            ZoneOffset offset = Objects.requireNonNullElse(read.query(TemporalQueries.offset()), ZoneOffset.UTC);
            return LocalDateTime.of(date(read), time).toInstant(offset).toEpochMilli() / 1e3;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' in '%s' is no date".formatted(word, column), e);
        }
    }

    private static LocalDate date(TemporalAccessor read) {
        LocalDate date = read.query(TemporalQueries.localDate());
        if (date != null) {
            return date;
        }
        return LocalDate.of(
                part(read, List.of(ChronoField.YEAR, ChronoField.YEAR_OF_ERA), SOME_YEAR),
                part(read, List.of(ChronoField.MONTH_OF_YEAR), 1),
                part(read, List.of(ChronoField.DAY_OF_MONTH), 1));
    }

    private static int part(TemporalAccessor read, List<ChronoField> fields, int otherwise) {
        return fields.stream()
                .filter(read::isSupported)
                .map(read::get)
                .findFirst()
                .orElse(otherwise);
    }
}
