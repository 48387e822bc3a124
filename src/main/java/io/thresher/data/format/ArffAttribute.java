package io.thresher.data.format;

import io.thresher.data.UnreadableDataset;
import java.util.List;
import java.util.Locale;

/**
 * A declared column of an ARFF file.
 *
 * @param declared what its values are
 * @param zero what a sparse row means where it does not name the column: 0, or the first of the listed words
 */
record ArffAttribute(String name, Declared declared, String zero) {

    /**
     * Reads what follows {@code @attribute}.
     *
     * @throws UnreadableDataset if that is no column of plain values
     */
    static ArffAttribute of(String declaration, long line) {
        List<String> parts = ArffTokens.firstAndRest(declaration);
        String name = parts.get(0);
        String type = parts.get(1);
        if (type.startsWith("{")) {
            int end = type.lastIndexOf('}');
            if (end < 0) {
                throw wrong(line, name, "a list of words that is not closed by }");
            }
            List<String> words = ArffTokens.values(type.substring(1, end));
            return new ArffAttribute(name, Declared.WORDS, words.isEmpty() ? "" : words.get(0));
        }
        String word = type.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return switch (word) {
            case "numeric", "real", "integer" -> new ArffAttribute(name, Declared.NOTHING, "0");
            case "string", "date" -> new ArffAttribute(name, Declared.WORDS, "");
            default -> throw wrong(line, name, word.isEmpty() ? "no type" : "the type '%s'".formatted(word));
        };
    }

    private static UnreadableDataset wrong(long line, String name, String found) {
        return new UnreadableDataset(
                ("Line %d of the ARFF file gives the attribute '%s' %s. Accepted are numeric, real,"
                                + " integer, string, date and a list of words in { }.")
                        .formatted(line, name, found));
    }
}
