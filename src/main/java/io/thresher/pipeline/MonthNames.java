package io.thresher.pipeline;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The English names of months in small letters. */
final class MonthNames {
    private MonthNames() {}

    /** January to December; the first three letters for a pattern of three. */
    static List<String> of(int length) {
        TextStyle style = length == 3 ? TextStyle.SHORT : TextStyle.FULL;
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ENGLISH))
                .toList();
    }
}
