package io.thresher.onnx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a column as that of an input. ONNX Runtime for Java cannot name an input with a character beyond the basic
 * plane (an emoji, say), a NUL or half a character, for it hands over each UTF-16 unit by itself, which no name in a file
 * is equal to. Such characters are written as {@code {U+1F600}}, and so is the brace of a name that has the like of its
 * own, so that no two columns become one input.
 */
public final class InputName {
    private static final String MARK = "{U+";
    private static final String WRITTEN_MARK = "{U+007B}U+";
    private static final Pattern WRITTEN = Pattern.compile("\\{U\\+((?:10|[0-9A-F])?[0-9A-F]{4})}");

    private InputName() {}

    /** The input that takes a column. */
    public static String of(String column) {
        if (!column.contains(MARK) && PlainText.isPlain(column)) {
            return column;
        }
        StringBuilder name = new StringBuilder();
        column.replace(MARK, WRITTEN_MARK).codePoints().forEach(point -> {
            if (PlainText.isPlain(point)) {
                name.appendCodePoint(point);
            } else {
                name.append(String.format("{U+%04X}", point));
            }
        });
        return name.toString();
    }

    /** The column that an input takes. */
    static String column(String input) {
        return WRITTEN.matcher(input)
                .replaceAll(written ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(written.group(1), 16))));
    }
}
