package io.thresher.data.files;

import io.thresher.data.NumberStyle;
import io.thresher.data.files.NumberTally.Span;
import io.thresher.data.files.TypedTable.Count;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether the whole numbers of a column are probably names of things rather than amounts. Numbers below 1 are none. One of three signs is
 * enough,
 * each of which amounts show rarely: a name that says so; at least five digits, always as many, over a wide range and
 * again and again; few distinct values, each many times, with gaps between them all over and no common step.
 */
final class CodeEvidence {
    private static final Pattern NAMES =
            Pattern.compile("(id|ids)|(id|zip)[^a-z].*|(.*[^a-z])?(id|ids|code|codes|zip|zipcode"
                    + "|postcode|postal|plz|fips|sku|isbn|ean|naics|sic|phone)|.*(zipcode|postcode|postalcode).*");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final int FEWEST_DIGITS = 5;
    private static final double WIDE_RANGE = 3;
    private static final long FEWEST_LONG_CODES = 20;
    private static final long ROWS_PER_LONG_CODE = 2;

    private static final int FEWEST_VALUES = 5;
    private static final int MOST_VALUES = 40;
    private static final long ROWS_PER_VALUE = 20;
    /** Whole numbers between the smallest and the largest for each that occurs. */
    private static final double SPARSE = 4;
    /** A single gap larger than this share of the range is an outlier's or a sentinel's. */
    private static final double LARGEST_GAP = 0.4;

    private CodeEvidence() {}

    /** Weighs the evidence for a column of whole numbers. */
    static boolean of(ColumnPlan plan, Count count) {
        NumberTally numbers = plan.tally().numbers();
        Span span = numbers.span(plan.style().orElse(NumberStyle.PLAIN));
        if (span.low() < 1 || plan.style().filter(NumberStyle::isGrouped).isPresent()) {
            return false;
        }
        return isNamedSo(plan.name()) || isLong(numbers, span, count) || isSparse(numbers.fewValues(), count);
    }

    static boolean isNamedSo(String name) {
        String words = CAMEL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return NAMES.matcher(words).matches();
    }

    private static boolean isLong(NumberTally numbers, Span span, Count count) {
        return numbers.fewestDigits() >= FEWEST_DIGITS
                && numbers.fewestDigits() == numbers.mostDigits()
                && span.high() >= WIDE_RANGE * span.low()
                && count.distinct() >= FEWEST_LONG_CODES
                && count.filled() >= ROWS_PER_LONG_CODE * count.distinct();
    }

    private static boolean isSparse(long[] values, Count count) {
        if (values.length < FEWEST_VALUES
                || values.length > MOST_VALUES
                || values.length != count.distinct()
                || count.filled() < ROWS_PER_VALUE * values.length) {
            return false;
        }
        double range = (double) values[values.length - 1] - values[0];
        long step = 0;
        long largest = 0;
        for (int i = 1; i < values.length; i++) {
            long gap = values[i] - values[i - 1];
            step = divisor(gap, step);
            largest = Math.max(largest, gap);
        }
        return step == 1 && range >= SPARSE * values.length && largest <= LARGEST_GAP * range;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
