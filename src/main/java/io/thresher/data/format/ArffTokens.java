package io.thresher.data.format;

import java.util.ArrayList;
import java.util.List;

/** The parts of one line of an ARFF file: quotes of both kinds, backslashes before a quote, anything between delimiters. */
final class ArffTokens {
    private final String line;
    private int at;

    private ArffTokens(String line) {
        this.line = line;
    }

    /** The values of a line, divided by commas or tabs, or by spaces if there are neither. */
    static List<String> values(String line) {
        boolean divided = isDivided(line);
        ArffTokens tokens = new ArffTokens(line);
        List<String> values = new ArrayList<>();
        tokens.skipSpaces();
        while (tokens.at < line.length()) {
            values.add(tokens.value(divided));
            tokens.skipSpaces();
            if (divided && tokens.at < line.length()) {
                tokens.at++;
                tokens.skipSpaces();
                if (tokens.at == line.length()) {
                    values.add("");
                }
            }
        }
        return values;
    }

    /** The first word, without its quotes, and all that follows it. */
    static List<String> firstAndRest(String line) {
        ArffTokens tokens = new ArffTokens(line);
        tokens.skipSpaces();
        StringBuilder first = new StringBuilder();
        if (tokens.at < line.length() && isQuote(line.charAt(tokens.at))) {
            tokens.quoted(first);
        } else {
            while (tokens.at < line.length()
                    && !Character.isWhitespace(line.charAt(tokens.at))
                    && line.charAt(tokens.at) != '{') {
                first.append(line.charAt(tokens.at++));
            }
        }
        return List.of(first.toString(), line.substring(tokens.at).strip());
    }

    private static boolean isDivided(String line) {
        ArffTokens tokens = new ArffTokens(line);
        StringBuilder ignored = new StringBuilder();
        while (tokens.at < line.length()) {
            char letter = line.charAt(tokens.at);
            if (letter == ',' || letter == '\t') {
                return true;
            }
            if (isQuote(letter)) {
                tokens.quoted(ignored);
            } else {
                tokens.at++;
            }
        }
        return false;
    }

    private String value(boolean divided) {
        StringBuilder value = new StringBuilder();
        if (isQuote(line.charAt(at))) {
            quoted(value);
            return value.toString();
        }
        while (at < line.length() && !ends(line.charAt(at), divided)) {
            value.append(line.charAt(at++));
        }
        return value.toString().strip();
    }

    private static boolean ends(char letter, boolean divided) {
        return divided ? letter == ',' || letter == '\t' : letter == ' ';
    }

    /** Reads up to the closing quote, or to the end of the line where there is none. */
    private void quoted(StringBuilder into) {
        char quote = line.charAt(at++);
        while (at < line.length() && line.charAt(at) != quote) {
            if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                at++;
                into.append(unescaped(line.charAt(at++)));
            } else {
                into.append(line.charAt(at++));
            }
        }
        at++;
        at = Math.min(at, line.length());
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> letter;
        };
    }

    private void skipSpaces() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isQuote(char letter) {
        return letter == '\'' || letter == '"';
    }
}
