package io.thresher.onnx;

/**
 * Words as ONNX Runtime for Java can take them: it hands over each UTF-16 unit by itself, so that a character beyond the
 * basic plane (an emoji, say) or a NUL would arrive as bytes that are no UTF-8, at which operators on text give up.
 */
final class PlainText {
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /** The word with the replacement character for each character that cannot be handed over. */
    static String of(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isForeign(word.charAt(i))) {
                return replaced(word);
            }
        }
        return word;
    }

    private static String replaced(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        word.codePoints()
                .forEach(point -> plain.append(
                        point > Character.MAX_VALUE || isForeign((char) point) ? REPLACEMENT : (char) point));
        return plain.toString();
    }

    private static boolean isForeign(char unit) {
        return unit == 0 || Character.isSurrogate(unit);
    }
}
