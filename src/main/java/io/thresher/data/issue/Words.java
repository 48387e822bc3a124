package io.thresher.data.issue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures and names as they stand in a sentence. */
final class Words {
    private static final int MOST_NAMES = 5;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Words() {}

    /** A share as a percentage; one that is not quite all or nothing is not rounded to it. */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "less than 0.1 %";
        }
        if (percent >= 99.95 && percent < 100) {
            return "over 99.9 %";
        }
        return percent >= 10 && percent < 99
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : String.format(Locale.ROOT, "%.1f %%", percent).replace(".0 %", " %");
    }

    /** A number of rows with its unit. */
    static String rows(long count) {
        return count == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", count);
    }

    /** A number to three digits. */
    static String number(double number) {
        return new BigDecimal(number, THREE_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Names in quotes, five of them at the most. */
    static String names(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).map(Words::name).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? shown : shown + " and %d more".formatted(names.size() - MOST_NAMES);
    }

    static String name(String name) {
        return "'" + name + "'";
    }
}
