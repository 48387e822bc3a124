package io.thresher.data.files;

import io.thresher.data.ColumnType;
import io.thresher.data.csv.Blanks;
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

    private static final int MOST_WORDS_KEPT = 3;

    private final Declared declared;
    private final NumberTally numbers;
    private final DateTally dates = new DateTally();
    private final Set<String> missing = new TreeSet<>();
    /** The words seen, no more than three of them. */
    private final Set<String> fewWords = new TreeSet<>();

    private long filled;
    private long spaces;
    private boolean onlyOneWord;
    private String firstWord = "";

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
        missing.add(token);
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
        if (numbers.hasWords()) {
            for (int at = from; at < to; at++) {
                spaces += letters[at] == ' ' ? 1 : 0;
            }
        }
        if (fewWords.size() < MOST_WORDS_KEPT) {
            addWord(letters, from, to);
        }
    }

    private void addWord(char[] letters, int from, int to) {
        if (onlyOneWord && equalsFirst(letters, from, to)) {
            return;
        }
        String word = new String(letters, from, to - from);
        if (fewWords.isEmpty()) {
            firstWord = word;
        }
        fewWords.add(word);
        onlyOneWord = true;
    }

    private boolean equalsFirst(char[] letters, int from, int to) {
        if (firstWord.length() != to - from) {
            return false;
        }
        for (int i = 0; i < firstWord.length(); i++) {
            if (firstWord.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
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
        return missing;
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
        return filled == 0 || (filled == rows && fewWords.size() == 1);
    }

    /** Whether there are just two words, and they mean no and yes. */
    boolean isBoolean() {
        List<String> lowered = fewWords.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        return TRUTHS.contains(lowered);
    }

    /** The words seen, the one that means no first; no more than three. */
    List<String> fewWords() {
        return fewWords.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /** Mean number of words in a value. */
    double meanWords() {
        return 1 + spaces / (double) Math.max(1, filled);
    }

    /** Whether a mark among numbers stands in a column of words too, where it is a word. */
    static boolean isMark(String word) {
        return Blanks.AMONG_NUMBERS.contains(word) || Blanks.WITH_EVIDENCE.contains(word);
    }
}
