package io.thresher.data.files;

import io.thresher.data.ColumnType;
import io.thresher.data.format.Declared;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the values of one column have in common. */
final class ColumnTally {
    /** Pairs of words that mean no and yes, in this order. */
    private static final Set<List<String>> TRUTHS =
            Set.of(List.of("false", "true"), List.of("no", "yes"), List.of("n", "y"), List.of("f", "t"));

    /** Values that are enough to know how many words one has. */
    private static final long MOST_COUNTED = 100_000;

    private final Declared declared;
    private final NumberTally numbers;
    private final DateTally dates = new DateTally();
    private final Set<String> missing = new TreeSet<>();
    private final FewWords fewWords = new FewWords();

    private long filled;
    private long spaces;
    private boolean hasBlanks;

    /**
     * A tally of no values.
     *
     * @param declared what the file says about the column
     * @param override what the user says about it
     */
    ColumnTally(Declared declared, Optional<ColumnType> override) {
        this.declared = declared;
        this.numbers = new NumberTally(override.filter(ColumnType::isNumeric).isPresent());
    }

    /** Takes note of a place without a value; {@code token} stands there, or nothing. */
    void addMissing(String token) {
        if (token.isEmpty()) {
            hasBlanks = true;
        } else {
            missing.add(token);
        }
    }

    /** Adds the value of one row, which is not empty and has no spaces around it. */
    void add(char[] letters, int from, int to) {
        filled++;
        if (numbers.isOpen()) {
            numbers.add(letters, from, to);
        }
        if (dates.isOpen()) {
            dates.add(letters, from, to);
        }
        if (filled <= MOST_COUNTED && numbers.hasWords()) {
            for (int at = from; at < to; at++) {
                spaces += letters[at] == ' ' ? 1 : 0;
            }
        }
        fewWords.add(letters, from, to);
    }

    /** Number of rows in which something stands that is no word for a missing value in every column. */
    long filled() {
        return filled;
    }

    NumberTally numbers() {
        return numbers;
    }

    DateTally dates() {
        return dates;
    }

    /** The tokens that stood for missing values. */
    Set<String> missing() {
        Set<String> all = new TreeSet<>(missing);
        if (hasBlanks) {
            all.add("");
        }
        return all;
    }

    /** Whether every value is a number, or a mark where a number is missing, and the file does not call them words. */
    boolean isNumeric() {
        return declared != Declared.WORDS && numbers.isNumeric();
    }

    /** Whether all values are points in time. */
    boolean isDates() {
        return !isNumeric() && dates.isDates();
    }

    /** Whether there is no value, or the same word in all rows. */
    boolean isOneWord(long rows) {
        return filled == 0 || (filled == rows && fewWords.isOne());
    }

    /** Whether there are just two words, and they mean no and yes. */
    boolean isBoolean() {
        List<String> lowered = fewWords().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        return TRUTHS.contains(lowered);
    }

    /** The words seen, the one that means no first; no more than three. */
    List<String> fewWords() {
        return fewWords.sorted();
    }

    /** Mean number of words in a value. */
    double meanWords() {
        return 1 + spaces / (double) Math.max(1, Math.min(filled, MOST_COUNTED));
    }
}
