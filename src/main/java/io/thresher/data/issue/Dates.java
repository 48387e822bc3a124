package io.thresher.data.issue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column of words that are points in time: the year first or last, with or without a time of day. */
final class Dates {
    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2}|\\d{4})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}).*)?.*)?");
    private static final int TRIED = 200;
    private static final double NEARLY_ALL = 0.95;
    private static final int FIRST_YEAR = 1000;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Values column;
    /** For each code its days since 1970, NaN if it is no date. */
    private final double[] days;

    private Dates(Values column, double[] days) {
        this.column = column;
        this.days = days;
    }

    /** The dates of a column, if nearly all of its words are dates. */
    static Optional<Dates> of(Values column) {
        if (column.codes() == 0) {
            return Optional.empty();
        }
        if (column.isNumeric()) {
            return NumberedDays.of(column).map(days -> new Dates(column, days));
        }
        List<Integer> some = new ArrayList<>();
        for (int code = 0; code < column.codes(); code += Math.max(1, column.codes() / TRIED)) {
            some.add(code);
        }
        boolean dayFirst = some.stream().anyMatch(code -> isDayFirst(column.word(code)));
        long dates = some.stream()
                .filter(code -> !Double.isNaN(days(column.word(code), dayFirst)))
                .count();
        if (dates < NEARLY_ALL * some.size()) {
            return Optional.empty();
        }
        double[] days = new double[column.codes()];
        for (int code = 0; code < days.length; code++) {
            days[code] = days(column.word(code), dayFirst);
        }
        return Optional.of(new Dates(column, days));
    }

    /** Days since 1970, or NaN if it is no date. */
    static double days(String word, boolean dayFirst) {
        Matcher parts = DATE.matcher(word);
        if (!parts.matches()) {
            return Double.NaN;
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        int third = Integer.parseInt(parts.group(3));
        try {
            LocalDate date = first >= FIRST_YEAR
                    ? LocalDate.of(first, second, third)
                    : LocalDate.of(year(third), dayFirst ? second : first, dayFirst ? first : second);
            return date.toEpochDay() + timeOfDay(parts);
        } catch (DateTimeException noDate) {
            return Double.NaN;
        }
    }

    private static double timeOfDay(Matcher parts) {
        if (parts.group(4) == null) {
            return 0;
        }
        int seconds = parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6));
        return (Integer.parseInt(parts.group(4)) * 3600 + Integer.parseInt(parts.group(5)) * 60 + seconds)
                / SECONDS_OF_A_DAY;
    }

    private static int year(int written) {
        return written >= 100 ? written : written < 70 ? 2000 + written : 1900 + written;
    }

    private static boolean isDayFirst(String word) {
        Matcher parts = DATE.matcher(word);
        if (!parts.matches()) {
            return false;
        }
        int first = Integer.parseInt(parts.group(1));
        return (first > 12 && first <= 31) || (word.indexOf('.') > 0 && first < FIRST_YEAR);
    }

    String column() {
        return column.name();
    }

    Values values() {
        return column;
    }

    /** Days since 1970 in {@code row}, NaN if there is no date. */
    double day(int row) {
        return column.code(row) < 0 ? Double.NaN : days[column.code(row)];
    }

    /** Days since 1970 of the value of that code, NaN if it is no date. */
    double dayOf(int code) {
        return days[code];
    }
}
