package io.thresher.data.csv;

import io.thresher.data.NumberStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells for one value after the other in which styles it is a number, and which. Nearly all numbers of nearly all
 * files are digits with at most one point; these are read without making a text of them.
 */
public final class NumeralScanner {
    private static final List<NumberStyle> STYLES = List.of(NumberStyle.values());
    /** All styles, one bit for each. */
    public static final int ALL = STYLES.stream().mapToInt(NumberStyle::bit).sum();

    private static final int NOT_BY_POINT = ALL & ~NumberStyle.GROUPED_BY_POINT.bit();
    private static final int EXACT_DIGITS = 18;
    private static final double[] POWERS = new double[EXACT_DIGITS + 1];

    static {
        for (int i = 0; i <= EXACT_DIGITS; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private final Map<NumberStyle, Double> values = new EnumMap<>(NumberStyle.class);
    private int digits;
    private boolean bare;
    private boolean zeroLed;
    private boolean spaced;
    private boolean pointed;
    private double decimals;
    private double withoutPoint;

    /** The styles, one bit each, in which the letters are a number; 0 if they are none. */
    public int scan(char[] letters, int from, int to) {
        int at = skipSign(letters, from, to);
        int start = at;
        long mantissa = 0;
        while (at < to && isDigit(letters[at])) {
            mantissa = mantissa * 10 + (letters[at++] - '0');
        }
        digits = at - start;
        bare = at == to && start == from;
        zeroLed = digits > 1 && letters[start] == '0';
        spaced = false;
        pointed = false;
        if (digits > EXACT_DIGITS || (at < to && letters[at] != '.')) {
            return slowly(letters, from, to);
        }
        if (at == to) {
            decimals = signed(letters[from], (double) mantissa);
            withoutPoint = decimals;
            return digits == 0 ? 0 : ALL;
        }
        return pointed(letters, from, to, start, mantissa);
    }

    private int pointed(char[] letters, int from, int to, int start, long whole) {
        long mantissa = whole;
        int at = start + digits + 1;
        int first = at;
        while (at < to && isDigit(letters[at])) {
            mantissa = mantissa * 10 + (letters[at++] - '0');
        }
        int places = at - first;
        if (at < to || digits + places > EXACT_DIGITS) {
            return slowly(letters, from, to);
        }
        pointed = true;
        decimals = signed(letters[from], mantissa / POWERS[places]);
        withoutPoint = signed(letters[from], (double) mantissa);
        if (digits + places == 0) {
            return 0;
        }
        boolean groups = places == 3 && digits > 0 && digits <= 3 && letters[start] != '0';
        return groups ? ALL : NOT_BY_POINT;
    }

    private int slowly(char[] letters, int from, int to) {
        char first = letters[skipSign(letters, from, to)];
        if (!isDigit(first) && first != '.' && first != ',') {
            return 0;
        }
        String text = new String(letters, from, to - from);
        spaced = text.indexOf(' ') >= 0 || text.indexOf('\u00a0') >= 0 || text.indexOf('\u202f') >= 0;
        pointed = text.indexOf('.') >= 0;
        int styles = 0;
        for (NumberStyle style : STYLES) {
            double value = Numerals.parse(text, style);
            values.put(style, value);
            styles |= Double.isNaN(value) ? 0 : style.bit();
        }
        decimals = Double.NaN;
        return styles;
    }

    /** The number last scanned, as the style has it. */
    public double value(NumberStyle style) {
        if (Double.isNaN(decimals)) {
            return values.getOrDefault(style, Double.NaN);
        }
        return style == NumberStyle.GROUPED_BY_POINT ? withoutPoint : decimals;
    }

    /** Number of digits before any mark. */
    public int digits() {
        return digits;
    }

    /** Whether the value last scanned has digits and nothing else, no sign either. */
    public boolean isBare() {
        return bare;
    }

    /** Whether it begins with a zero that another digit follows. */
    public boolean isZeroLed() {
        return zeroLed;
    }

    /** Whether it is digits with at most a sign and a point. */
    public boolean isSimple() {
        return !Double.isNaN(decimals);
    }

    /** Whether it has a space. */
    public boolean isSpaced() {
        return spaced;
    }

    /** Whether it has a point. */
    public boolean isPointed() {
        return pointed;
    }

    private static double signed(char first, double number) {
        return first == '-' ? -number : number;
    }

    private static int skipSign(char[] letters, int from, int to) {
        return from < to && (letters[from] == '-' || letters[from] == '+') ? from + 1 : from;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
