package io.thresher.data.files;

import io.thresher.data.ColumnType;
import io.thresher.data.csv.Blanks;
import io.thresher.data.csv.Numerals;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the values of one column have in common, and the type that follows. */
final class ColumnTally {
    /** Pairs of words that mean no and yes, in this order. */
    private static final Set<List<String>> TRUTHS =
            Set.of(List.of("false", "true"), List.of("no", "yes"), List.of("n", "y"), List.of("f", "t"));

    private static final double WORDS_OF_A_SENTENCE = 3;
    private static final double DISTINCT_SHARE_OF_TEXTS = 0.5;
    private static final double DISTINCT_SHARE_OF_IDENTIFIERS = 0.95;
    /** In fewer rows, that all words differ says little. */
    private static final long FEWEST_TEXTS = 20;

    private final boolean allowsDecimalComma;
    private long filled;
    private long marks;
    private long spaces;
    private boolean numeric = true;
    private boolean whole = true;
    private boolean hasComma;
    private double firstNumber = Double.NaN;
    private boolean sameNumber = true;
    /** The words seen, no more than three of them. */
    private final Set<String> fewWords = new TreeSet<>();

    /** A tally of no values; {@code allowsDecimalComma} as in {@link Numerals#parse}. */
    ColumnTally(boolean allowsDecimalComma) {
        this.allowsDecimalComma = allowsDecimalComma;
    }

    /** Adds the value of one row as {@link Blanks#clean} leaves it, empty if it is missing. */
    void add(String value) {
        if (value.isEmpty()) {
            return;
        }
        filled++;
        spaces += value.chars().filter(letter -> letter == ' ').count();
        if (fewWords.size() < 3) {
            fewWords.add(value);
        }
        if (numeric) {
            addNumber(value);
        }
    }

    private void addNumber(String value) {
        if (Blanks.AMONG_NUMBERS.contains(value)) {
            marks++;
            return;
        }
        double number = Numerals.parse(value, allowsDecimalComma);
        numeric = !Double.isNaN(number);
        whole &= Numerals.isWhole(number);
        hasComma |= value.indexOf(',') >= 0;
        firstNumber = Double.isNaN(firstNumber) ? number : firstNumber;
        sameNumber &= number == firstNumber;
    }

    /**
     * The type.
     *
     * @param rows number of rows of the table
     * @param distinct number of distinct values
     */
    ColumnType type(long rows, long distinct) {
        if (isConstant(rows)) {
            return ColumnType.CONSTANT;
        }
        if (isNumeric()) {
            return whole ? ColumnType.INTEGER : ColumnType.NUMBER;
        }
        if (isBoolean()) {
            return ColumnType.BOOLEAN;
        }
        boolean enough = filled >= FEWEST_TEXTS;
        if (enough && distinct >= DISTINCT_SHARE_OF_TEXTS * filled && meanWords() >= WORDS_OF_A_SENTENCE) {
            return ColumnType.TEXT;
        }
        boolean identifies = enough && distinct >= DISTINCT_SHARE_OF_IDENTIFIERS * filled;
        return identifies ? ColumnType.IDENTIFIER : ColumnType.CATEGORY;
    }

    /** Number of rows with a value; in a column of numbers a mark is none. */
    long filled() {
        return isNumeric() ? filled - marks : filled;
    }

    /** Whether every value is a number, or a mark where a number is missing. */
    boolean isNumeric() {
        return numeric && filled > marks;
    }

    /** Whether all rows are alike. One value here and none there is no constant: that it is missing tells something. */
    boolean isConstant(long rows) {
        if (filled == 0) {
            return true;
        }
        return filled() == rows && (isNumeric() ? sameNumber : fewWords.size() == 1);
    }

    /** Whether there are numbers with a comma before the decimals. */
    boolean hasDecimalComma() {
        return isNumeric() && hasComma;
    }

    /** Whether there are just two words, and they mean no and yes. */
    boolean isBoolean() {
        List<String> lowered = fewWords.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        return TRUTHS.contains(lowered);
    }

    /** The words of a boolean column, the one that means no first. */
    List<String> booleanWords() {
        return fewWords.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    private double meanWords() {
        return 1 + spaces / (double) filled;
    }
}
