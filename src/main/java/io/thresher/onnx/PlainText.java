package io.thresher.onnx;

/**
 * Words as ONNX Runtime for Java can take them: it hands over each UTF-16 unit by itself, so that a character beyond the
 * basic plane (an emoji, say) or a NUL would arrive as bytes that are no UTF-8, at which operators on text give up. Such
 * characters are written with characters for private use, different ones for different characters, so that no two words
 * become the same; {@link LabelKeys} sees to it that a graph knows both ways of writing.
 */
final class PlainText {
    private static final int HIGH_TEN_BITS = 0xE000;
    private static final int LOW_TEN_BITS = 0xE400;
    private static final char NUL = '\uE800';
    private static final int HALVES = 0xE801;

    private PlainText() {}

    /** The word with two characters for each character beyond the basic plane, and one for NUL or half a character. */
    static String of(String word) {
        return isPlain(word) ? word : replaced(word);
    }

    /** Whether no character of the word has to be written differently. */
    static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isForeign(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether that character can be handed over as it is. */
    static boolean isPlain(int point) {
        return point > 0 && point <= Character.MAX_VALUE && !isHalf(point);
    }

    /** Whether the word can be written in UTF-8 at all: half a character cannot. */
    static boolean isWhole(String word) {
        return word.codePoints().noneMatch(PlainText::isHalf);
    }

    private static String replaced(String word) {
        StringBuilder plain = new StringBuilder(2 * word.length());
        word.codePoints().forEach(point -> append(point, plain));
        return plain.toString();
    }

    private static void append(int point, StringBuilder plain) {
        if (point > Character.MAX_VALUE) {
            int bits = point - Character.MIN_SUPPLEMENTARY_CODE_POINT;
            plain.append((char) (HIGH_TEN_BITS + (bits >> 10))).append((char) (LOW_TEN_BITS + (bits & 0x3FF)));
        } else if (point == 0) {
            plain.append(NUL);
        } else if (isHalf(point)) {
            plain.append((char) (HALVES + point - Character.MIN_SURROGATE));
        } else {
            plain.append((char) point);
        }
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isForeign(char unit) {
        return unit == 0 || Character.isSurrogate(unit);
    }
}
