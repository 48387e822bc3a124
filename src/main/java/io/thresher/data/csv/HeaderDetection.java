package io.thresher.data.csv;

import io.thresher.data.NumberStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells whether the first record holds names. Columns of numbers decide: a word above numbers speaks for a header, a
 * number above numbers against. Where no column decides, the record is a header unless one of its words occurs again
 * below itself.
 */
final class HeaderDetection {
    private HeaderDetection() {}

    /** Whether the first of these records is a header; one record alone is a header unless it holds a number. */
    static boolean hasHeader(List<List<String>> records) {
        List<String> first = records.get(0);
        List<List<String>> rest = ofLength(first.size(), records.subList(1, records.size()));
        if (rest.isEmpty()) {
            return first.stream().noneMatch(value -> isNumber(value.strip()));
        }
        int wordsAboveNumbers = 0;
        int numbersAboveNumbers = 0;
        boolean repeats = false;
        for (int column = 0; column < first.size(); column++) {
            String name = Blanks.clean(first.get(column));
            List<String> below = below(rest, column).toList();
            if (name.isEmpty() || below.isEmpty()) {
                continue;
            }
            boolean numbers = below.stream().allMatch(HeaderDetection::isNumber);
            wordsAboveNumbers += numbers && !isNumber(name) ? 1 : 0;
            numbersAboveNumbers += numbers && isNumber(name) ? 1 : 0;
            repeats |= !numbers && below.contains(name);
        }
        if (wordsAboveNumbers == 0 && numbersAboveNumbers == 0) {
            return !repeats;
        }
        return wordsAboveNumbers > numbersAboveNumbers;
    }

    /** The records of that length, if there are any: others may be notes. */
    private static List<List<String>> ofLength(int length, List<List<String>> records) {
        List<List<String>> whole =
                records.stream().filter(record -> record.size() == length).toList();
        return whole.isEmpty() ? records : whole;
    }

    private static Stream<String> below(List<List<String>> rest, int column) {
        return rest.stream()
                .filter(values -> column < values.size())
                .map(values -> Blanks.clean(values.get(column)))
                .filter(value -> !value.isEmpty());
    }

    private static boolean isNumber(String value) {
        return Blanks.AMONG_NUMBERS.contains(value)
                || Arrays.stream(NumberStyle.values()).anyMatch(style -> !Double.isNaN(Numerals.parse(value, style)));
    }
}
