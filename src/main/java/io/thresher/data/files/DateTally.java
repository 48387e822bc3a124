package io.thresher.data.files;

import io.thresher.data.csv.Blanks;
import io.thresher.data.csv.DatePattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The patterns of points in time that all values of a column follow. */
final class DateTally {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final long VALUES_PER_WORD = 2;

    private List<DatePattern> patterns = List.of();
    private boolean begun;
    private boolean open = true;
    private long dates;
    private long marked;
    private final Set<String> marks = new TreeSet<>();

    /** Whether it is still of use to add values. */
    boolean isOpen() {
        return open;
    }

    /** Adds one value that is not empty. */
    void add(char[] letters, int from, int to) {
        if (follows(letters, from, to)) {
            dates++;
            return;
        }
        int length = to - from;
        String word = length <= LONGEST ? new String(letters, from, length) : "";
        open = Blanks.AMONG_NUMBERS.contains(word) || Blanks.WITH_EVIDENCE.contains(word);
        marked++;
        marks.add(word);
    }

    private boolean follows(char[] letters, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST || letters[to - 1] == '.') {
            return false;
        }
        if (!begun) {
            boolean digits = false;
            for (int at = from; at < to; at++) {
                digits |= letters[at] >= '0' && letters[at] <= '9';
            }
            patterns = digits ? DatePattern.of(letters, from, to) : List.of();
            begun = !patterns.isEmpty();
            return begun;
        }
        if (patterns.size() == 1) {
            return patterns.get(0).accept(letters, from, to);
        }
        List<DatePattern> following = patterns.stream()
                .filter(pattern -> pattern.accept(letters, from, to))
                .toList();
        patterns = following.isEmpty() ? patterns : following;
        return !following.isEmpty();
    }

    /** Whether all values are points in time, or marks where one is missing. */
    boolean isDates() {
        return open && dates > 0 && dates >= VALUES_PER_WORD * marked;
    }

    /** The marks that stand for a missing point in time. */
    Set<String> marks() {
        return marks;
    }

    /** Whether the values themselves tell which of two numbers is the day. */
    boolean isDecided() {
        return !has(patterns, true) || !has(patterns, false) || onlyDay(true) || onlyDay(false);
    }

    /** Whether the day stands before the month, as numbers. */
    boolean isDayFirst() {
        return best(Optional.empty()).isDayFirst();
    }

    /** Whether days and months are both numbers, the order of which may be in doubt. */
    boolean hasOrder() {
        return isDates() && (has(patterns, true) || has(patterns, false));
    }

    /** The pattern; {@code dayFirst} is what other columns of the file tell, if they do. */
    String pattern(Optional<Boolean> dayFirst) {
        return best(dayFirst).pattern();
    }

    private DatePattern best(Optional<Boolean> dayFirst) {
        Optional<Boolean> own = onlyDay(true) == onlyDay(false) ? dayFirst : Optional.of(onlyDay(true));
        return patterns.stream()
                .filter(pattern -> own.map(day -> day ? pattern.isDayFirst() : pattern.isMonthFirst())
                        .orElse(true))
                .findFirst()
                .orElseGet(() -> patterns.get(0));
    }

    /** Whether under that order all dates are the same day of different months, as the first of every month. */
    private boolean onlyDay(boolean dayFirst) {
        return patterns.stream()
                .anyMatch(pattern ->
                        (dayFirst ? pattern.isDayFirst() : pattern.isMonthFirst()) && pattern.hasOneDayOnly());
    }

    private static boolean has(List<DatePattern> patterns, boolean dayFirst) {
        return patterns.stream().anyMatch(pattern -> dayFirst ? pattern.isDayFirst() : pattern.isMonthFirst());
    }
}
