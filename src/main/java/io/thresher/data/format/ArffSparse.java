package io.thresher.data.format;

import java.util.ArrayList;
import java.util.List;

/** The parts of a sparse ARFF row, each a number and a value. */
final class ArffSparse {
    private ArffSparse() {}

    /** What stands between the commas that are not in quotes. */
    static List<String> parts(String content) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        char quote = 0;
        for (int at = 0; at < content.length(); at++) {
            char letter = content.charAt(at);
            if (quote != 0) {
                at += letter == '\\' ? 1 : 0;
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == ',') {
                parts.add(content.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(content.substring(Math.min(start, content.length())).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
