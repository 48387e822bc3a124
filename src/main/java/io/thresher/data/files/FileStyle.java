package io.thresher.data.files;

import io.thresher.data.Dialect;
import io.thresher.data.NumberStyle;
import io.thresher.data.ReadingOptions;
import java.util.List;
import java.util.Optional;

/**
 * How numbers and dates of a file are written where one column alone leaves it open: {@code 1,234} may be a thousand
 * or little more than one, {@code 2/3/2014} may be in February or in March. Columns of the same file that are clear
 * decide for those that are not.
 */
final class FileStyle {
    private static final int COMMA = NumberStyle.DECIMAL_COMMA.bit();
    private static final int BY_COMMA = NumberStyle.GROUPED_BY_COMMA.bit();

    private final boolean commaDivides;
    private final Optional<Boolean> decimalComma;
    private final Optional<Boolean> dayFirst;
    private final boolean hasDecimalPoints;

    private FileStyle(Dialect dialect, ReadingOptions options, List<ColumnTally> tallies) {
        this.commaDivides = !dialect.allowsDecimalComma();
        this.decimalComma = Optional.ofNullable(options.decimalComma());
        this.dayFirst = dayFirst(tallies);
        this.hasDecimalPoints = hasDecimalPoints(tallies);
    }

    static FileStyle of(Dialect dialect, ReadingOptions options, List<ColumnTally> tallies) {
        return new FileStyle(dialect, options, tallies);
    }

    /** The pattern of a column of dates. */
    String datePattern(DateTally dates) {
        return dates.pattern(dayFirst);
    }

    /** The style of a column of numbers, or nothing if they are numbers in no style that this file may have. */
    Optional<NumberStyle> numberStyle(NumberTally numbers) {
        if (numbers.isAllBare()) {
            return Optional.of(NumberStyle.PLAIN);
        }
        boolean saysComma = decimalComma.orElse(false);
        boolean plain = has(numbers, NumberStyle.PLAIN);
        boolean pointGroups = has(numbers, NumberStyle.GROUPED_BY_POINT) && numbers.isPointed();
        if (plain && !(saysComma && pointGroups)) {
            return Optional.of(NumberStyle.PLAIN);
        }
        boolean commaAllowed = decimalComma.orElse(true);
        if (pointGroups && commaAllowed) {
            return Optional.of(NumberStyle.GROUPED_BY_POINT);
        }
        boolean byComma = has(numbers, NumberStyle.GROUPED_BY_COMMA) && !saysComma;
        if (has(numbers, NumberStyle.DECIMAL_COMMA)
                && commaAllowed
                && (saysComma || !commaDivides)
                && !(byComma && hasDecimalPoints)) {
            return Optional.of(NumberStyle.DECIMAL_COMMA);
        }
        if (byComma) {
            return Optional.of(NumberStyle.GROUPED_BY_COMMA);
        }
        return has(numbers, NumberStyle.GROUPED_BY_SPACE) && numbers.isSpaced()
                ? Optional.of(NumberStyle.GROUPED_BY_SPACE)
                : Optional.empty();
    }

    private static boolean has(NumberTally numbers, NumberStyle style) {
        return (numbers.styles() & style.bit()) != 0;
    }

    /** Whether some column has decimals behind a point, and none is sure to have them behind a comma. */
    private static boolean hasDecimalPoints(List<ColumnTally> tallies) {
        boolean points = false;
        for (ColumnTally tally : tallies) {
            NumberTally numbers = tally.numbers();
            if (!tally.isNumeric() || numbers.isAllBare()) {
                continue;
            }
            boolean surelyComma = (numbers.styles() & COMMA) != 0
                    && (numbers.styles() & BY_COMMA) == 0
                    && !has(numbers, NumberStyle.PLAIN);
            if (surelyComma) {
                return false;
            }
            points |= has(numbers, NumberStyle.PLAIN) && numbers.isPointed();
        }
        return points;
    }

    private static Optional<Boolean> dayFirst(List<ColumnTally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.isDates()
                        && tally.dates().hasOrder()
                        && tally.dates().isDecided())
                .map(tally -> tally.dates().isDayFirst())
                .findFirst();
    }
}
