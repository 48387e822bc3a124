package io.thresher.data.issue;

import io.thresher.data.ColumnType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Whole numbers that are points in time: seconds or milliseconds since 1970. */
final class NumberedDays {
    private static final double SECONDS_OF_A_DAY = 86_400;
    /** From 1990 to 2050. */
    private static final double FIRST = 631_152_000;

    private static final double LAST = 2_524_608_000.0;
    private static final String NAMES = ".*(time|date|stamp|epoch|unix|seconds|created|updated).*|ts|t";

    private NumberedDays() {}

    /** For each code the days since 1970, if the name and all values speak for it. */
    static Optional<double[]> of(Values column) {
        if (column.type() != ColumnType.INTEGER
                || !column.name().toLowerCase(Locale.ROOT).matches(NAMES)) {
            return Optional.empty();
        }
        double[] numbers =
                IntStream.range(0, column.codes()).mapToDouble(column::number).toArray();
        return lie(numbers, 1).or(() -> lie(numbers, 1000));
    }

    private static Optional<double[]> lie(double[] numbers, double perSecond) {
        boolean inside = numbers[0] >= FIRST * perSecond && numbers[numbers.length - 1] <= LAST * perSecond;
        DoubleUnaryOperator days = number -> number / perSecond / SECONDS_OF_A_DAY;
        return inside ? Optional.of(Arrays.stream(numbers).map(days).toArray()) : Optional.empty();
    }
}
