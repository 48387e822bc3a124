package io.thresher.data.files;

import io.thresher.data.ColumnType;
import io.thresher.data.NumberStyle;
import io.thresher.data.files.NumberTally.Span;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one column of the clean copy is stored.
 *
 * @param name its name
 * @param tally what was found in it
 * @param override the type the user gives it
 * @param style for numbers, how they are written; nothing for a column that is stored as words
 * @param datePattern for points in time, their pattern
 * @param sameNumber whether there is the same number in all rows
 */
record ColumnPlan(
        String name,
        ColumnTally tally,
        Optional<ColumnType> override,
        Optional<NumberStyle> style,
        Optional<String> datePattern,
        boolean sameNumber) {

    /** Decides for one column. */
    static ColumnPlan of(
            String name, ColumnTally tally, Optional<ColumnType> override, FileStyle fileStyle, long rows) {
        Optional<NumberStyle> style = fileStyle.numberStyle(tally.numbers());
        boolean numbers = tally.isNumeric() && style.isPresent();
        boolean same = numbers && isConstant(tally, style.get(), rows);
        boolean numeric = override.map(ColumnType::isNumeric).orElse(numbers && !same);
        boolean dates = override.map(type -> type == ColumnType.DATE_TIME).orElse(!numbers);
        return new ColumnPlan(
                name,
                tally,
                override,
                numeric ? Optional.of(style.orElse(NumberStyle.PLAIN)) : Optional.empty(),
                dates && tally.dates().isDates() ? Optional.of(fileStyle.datePattern(tally.dates())) : Optional.empty(),
                same);
    }

    private static boolean isConstant(ColumnTally tally, NumberStyle style, long rows) {
        Span span = tally.numbers().span(style);
        return span.low() == span.high()
                && tally.filled() == rows
                && tally.numbers().marked() == 0;
    }

    /** Whether the column is stored as numbers. */
    boolean isNumeric() {
        return style.isPresent();
    }

    /** Whether the reader of the clean copy can make numbers of the values without being told how they are written. */
    boolean isPlainNumbers() {
        return style.filter(NumberStyle.PLAIN::equals).isPresent()
                && tally.numbers().isSimple();
    }

    /** Words that stand for a missing value in this column but not in every one. */
    Set<String> marks() {
        if (isNumeric()) {
            return tally.numbers().marks();
        }
        return datePattern.isPresent() ? tally.dates().marks() : Set.of();
    }

    /** All that stands for a missing value in this column. */
    Set<String> missingTokens() {
        Set<String> tokens = new TreeSet<>(tally.missing());
        tokens.addAll(marks());
        return tokens;
    }
}
