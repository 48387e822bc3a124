package io.thresher.data.csv;

import io.thresher.data.NumberStyle;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as they are written in files: digits with an optional sign, decimal mark and exponent. Nothing else is a
 * number: no hexadecimal, no infinity, no letters as in Java's own literals. Thousands
 * are grouped only where a style says so.
 */
public final class Numerals {
    private static final double WHOLE_UP_TO = 1e15;
    private static final String SPACES = " \u00a0\u202f";
    private static final Pattern BY_COMMA = Pattern.compile("[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+([.][0-9]*)?");
    private static final Pattern BY_POINT = Pattern.compile("[+-]?([1-9][0-9]{0,2}([.][0-9]{3})+|[0-9]+)(,[0-9]*)?");
    private static final Pattern BY_SPACE =
            Pattern.compile("[+-]?[1-9][0-9]{0,2}([" + SPACES + "][0-9]{3})+([.,][0-9]*)?");

    private Numerals() {}

    /** The number, or NaN if the text is no number or none that fits double precision. */
    public static double parse(String text, boolean allowsDecimalComma) {
        if (!isNumeral(text, allowsDecimalComma)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text.replace(',', '.'));
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    /** The number as that style has it, or NaN if the text is none; a number without groups is one in every style. */
    public static double parse(String text, NumberStyle style) {
        return switch (style) {
            case PLAIN -> parse(text, false);
            case DECIMAL_COMMA -> parse(text, true);
            case GROUPED_BY_COMMA ->
                BY_COMMA.matcher(text).matches() ? parse(text.replace(",", ""), false) : parse(text, false);
            case GROUPED_BY_POINT -> BY_POINT.matcher(text).matches() ? parse(text.replace(".", ""), true) : Double.NaN;
            case GROUPED_BY_SPACE ->
                BY_SPACE.matcher(text).matches()
                        ? parse(text.replaceAll("[" + SPACES + "]", ""), true)
                        : parse(text, true);
        };
    }

    /** The number as a person writes it: {@code 3} rather than {@code 3.0}. */
    public static String print(double number) {
        if (isWhole(number)) {
            return Long.toString((long) number);
        }
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    /** Whether the number has no decimals and is below 10¹⁵, so that its digits are exact. */
    public static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < WHOLE_UP_TO;
    }

    private static boolean isNumeral(String text, boolean allowsDecimalComma) {
        int at = skipSign(text, 0);
        int afterDigits = skipDigits(text, at);
        int digits = afterDigits - at;
        at = afterDigits;
        if (at < text.length() && isMark(text.charAt(at), allowsDecimalComma)) {
            afterDigits = skipDigits(text, at + 1);
            digits += afterDigits - at - 1;
            at = afterDigits;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = skipSign(text, at + 1);
            at = skipDigits(text, exponent);
            return at > exponent && at == text.length();
        }
        return at == text.length();
    }

    private static boolean isMark(char letter, boolean allowsDecimalComma) {
        return letter == '.' || (allowsDecimalComma && letter == ',');
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
