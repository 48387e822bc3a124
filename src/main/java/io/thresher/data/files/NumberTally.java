package io.thresher.data.files;

import io.thresher.data.NumberStyle;
import io.thresher.data.csv.Blanks;
import io.thresher.data.csv.NumeralScanner;
import io.thresher.data.csv.Numerals;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the numbers of one column have in common. */
final class NumberTally {
    /** Numbers with a leading zero but no more digits than this are padded hours, days or months, and stay numbers. */
    private static final int LONGEST_PADDED = 2;
    /** With at most this many distinct whole numbers, these are kept. */
    private static final int MOST_VALUES_KEPT = 40;
    /** Numbers needed for each word that only evidence makes a mark. */
    private static final long NUMBERS_PER_WORD = 2;

    private final NumeralScanner scanner = new NumeralScanner();
    /** Whether words between the numbers are passed over. */
    private final boolean lenient;

    private final Span simple = new Span();
    private final Map<NumberStyle, Span> special = new EnumMap<>(NumberStyle.class);
    private final Set<String> marks = new TreeSet<>();
    private long numbers;
    private long marked;
    private long wordsWithEvidence;
    private int styles = NumeralScanner.ALL;
    private boolean words;
    private boolean allBare = true;
    private boolean zeroLed;
    private boolean spaced;
    private boolean simplyWritten = true;
    private boolean pointed;
    private int fewestDigits = Integer.MAX_VALUE;
    private int mostDigits;
    private long[] values = new long[8];
    private int valuesKept;

    /** A tally of nothing; if {@code lenient}, a word that is no number does not end it. */
    NumberTally(boolean lenient) {
        this.lenient = lenient;
    }

    /** Whether it is still of use to add values. */
    boolean isOpen() {
        return !words || lenient;
    }

    /** Whether there is a word that no evidence makes a mark. */
    boolean hasWords() {
        return words;
    }

    /** Adds one value that is not empty. */
    void add(char[] letters, int from, int to) {
        int found = scanner.scan(letters, from, to);
        if (found == NumeralScanner.ALL && scanner.isBare()) {
            addBare();
        } else if (found == 0 || (found & styles) == 0) {
            addWord(new String(letters, from, to - from));
        } else {
            addMarked(found);
        }
    }

    private void addBare() {
        numbers++;
        double number = scanner.value(NumberStyle.PLAIN);
        simple.add(number);
        zeroLed |= scanner.isZeroLed();
        fewestDigits = Math.min(fewestDigits, scanner.digits());
        mostDigits = Math.max(mostDigits, scanner.digits());
        keep(number);
    }

    private void addMarked(int found) {
        numbers++;
        allBare = false;
        simplyWritten &= scanner.isSimple();
        styles &= found;
        spaced |= scanner.isSpaced();
        pointed |= scanner.isPointed();
        for (NumberStyle style : NumberStyle.values()) {
            if ((styles & style.bit()) != 0) {
                special.computeIfAbsent(style, unseen -> new Span()).add(scanner.value(style));
            }
        }
        keep(scanner.value(NumberStyle.PLAIN));
    }

    private void addWord(String word) {
        boolean evident = Blanks.WITH_EVIDENCE.contains(word);
        if (evident || Blanks.AMONG_NUMBERS.contains(word) || Blanks.ALWAYS.contains(word)) {
            marks.add(word);
            marked++;
            wordsWithEvidence += evident ? 1 : 0;
            return;
        }
        words = true;
    }

    /** Keeps a whole number among the distinct ones as long as they are few. */
    private void keep(double number) {
        if (valuesKept > MOST_VALUES_KEPT) {
            return;
        }
        long value = (long) number;
        for (int i = 0; i < valuesKept; i++) {
            if (values[i] == value) {
                return;
            }
        }
        if (valuesKept == values.length) {
            values = Arrays.copyOf(values, 2 * valuesKept);
        }
        values[valuesKept++] = value;
    }

    /** Whether every value is a number, or a mark where one is missing. */
    boolean isNumeric() {
        boolean padded = zeroLed && allBare && mostDigits > LONGEST_PADDED;
        return numbers > 0 && !words && !padded && numbers >= NUMBERS_PER_WORD * wordsWithEvidence;
    }

    /** Number of marks that stand for a missing number. */
    long marked() {
        return marked;
    }

    /** These marks. */
    Set<String> marks() {
        return marks;
    }

    /** Whether every number is digits with at most a sign and a point, and there are no marks. */
    boolean isSimple() {
        return simplyWritten && marked == 0 && !words;
    }

    /** The styles that all numbers follow, one bit each. */
    int styles() {
        return styles;
    }

    /** Whether no number has more than digits. */
    boolean isAllBare() {
        return allBare;
    }

    /** Whether some number has a space. */
    boolean isSpaced() {
        return spaced;
    }

    /** Whether some number has a point. */
    boolean isPointed() {
        return pointed;
    }

    /** Fewest digits of a number, or none if they are not all made of digits alone. */
    int fewestDigits() {
        return allBare ? fewestDigits : 0;
    }

    int mostDigits() {
        return mostDigits;
    }

    /** The distinct whole numbers, ascending, if they are few; otherwise none. */
    long[] fewValues() {
        long[] sorted = valuesKept > MOST_VALUES_KEPT ? new long[0] : Arrays.copyOf(values, valuesKept);
        Arrays.sort(sorted);
        return sorted;
    }

    /** All numbers in that style. */
    Span span(NumberStyle style) {
        Span all = new Span();
        all.add(simple);
        Span marked = special.get(style);
        if (marked != null) {
            all.add(marked);
        }
        return all;
    }

    /** Smallest and largest of some numbers, and whether all are whole. */
    static final class Span {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private boolean whole = true;

        private void add(double number) {
            low = Math.min(low, number);
            high = Math.max(high, number);
            whole = whole && Numerals.isWhole(number);
        }

        private void add(Span other) {
            low = Math.min(low, other.low);
            high = Math.max(high, other.high);
            whole &= other.whole;
        }

        double low() {
            return low;
        }

        double high() {
            return high;
        }

        boolean isWhole() {
            return whole;
        }
    }
}
