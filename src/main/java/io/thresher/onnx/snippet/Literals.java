package io.thresher.onnx.snippet;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Words as they are written in a program, whatever is in them: quotes, line breaks, marks that reorder a line. */
final class Literals {
    private static final int FIRST_BEYOND_ASCII = 0x7F;

    private Literals() {}

    /** A Python string; its source is UTF-8, so that letters of all languages stay readable. */
    static String python(String word) {
        return quoted(
                word,
                Literals::isInvisible,
                point -> String.format(point > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x", point));
    }

    /**
     * A Java string in ASCII, since before Java 18 the encoding of a source file depends on the machine. Controls are
     * octal: the compiler reads Unicode escapes before it looks for quotes and line ends.
     */
    static String java(String word) {
        return quoted(word, point -> point < ' ' || point >= FIRST_BEYOND_ASCII, point -> {
            if (point < ' ') {
                return String.format("\\%03o", point);
            }
            StringBuilder units = new StringBuilder();
            for (char unit : Character.toChars(point)) {
                units.append(String.format("\\u%04x", (int) unit));
            }
            return units.toString();
        });
    }

    /** A JSON string. */
    static String json(String word) {
        return quoted(word, Literals::isInvisible, point -> {
            StringBuilder units = new StringBuilder();
            for (char unit : Character.toChars(point)) {
                units.append(String.format("\\u%04x", (int) unit));
            }
            return units.toString();
        });
    }

    /** One line of a comment, in ASCII. */
    static String comment(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .forEach(point -> line.appendCodePoint(
                        point < ' ' || point >= FIRST_BEYOND_ASCII || point == '\\' ? '?' : point));
        return line.toString();
    }

    private static String quoted(String word, IntPredicate escaped, IntFunction<String> escape) {
        StringBuilder literal = new StringBuilder("\"");
        word.codePoints().forEach(point -> {
            switch (point) {
                case '"', '\\' -> literal.append('\\').append((char) point);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (escaped.test(point)) {
                        literal.append(escape.apply(point));
                    } else {
                        literal.appendCodePoint(point);
                    }
                }
            }
        });
        return literal.append('"').toString();
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
