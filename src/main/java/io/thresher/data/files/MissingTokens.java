package io.thresher.data.files;

import io.thresher.data.ReadingOptions;
import io.thresher.data.csv.Blanks;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words that stand for a missing value in any column. */
final class MissingTokens {
    private final Set<String> words;
    private final BitSet lengths = new BitSet();
    private final BitSet firstLetters = new BitSet();

    private MissingTokens(Set<String> words) {
        this.words = words;
        for (String word : words) {
            lengths.set(word.length());
            firstLetters.set(word.charAt(0));
        }
    }

    /** The words the user names, otherwise the usual ones. */
    static MissingTokens of(ReadingOptions options) {
        List<String> named = options.missingTokens();
        Stream<String> words = named == null ? Blanks.ALWAYS.stream() : named.stream();
        Set<String> filled = new HashSet<>();
        words.map(String::strip).filter(word -> !word.isEmpty()).forEach(filled::add);
        return new MissingTokens(filled);
    }

    /** The word if it stands for a missing value, otherwise an empty text. */
    String find(char[] letters, int from, int to) {
        if (!lengths.get(to - from) || !firstLetters.get(letters[from])) {
            return "";
        }
        String word = new String(letters, from, to - from);
        return words.contains(word) ? word : "";
    }
}
