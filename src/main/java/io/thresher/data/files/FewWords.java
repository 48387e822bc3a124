package io.thresher.data.files;

import java.util.ArrayList;
import java.util.List;

/** The first few different words of a column; a word seen before costs no text. */
final class FewWords {
    /** One more than a boolean column has. */
    private static final int MOST = 3;

    private final List<String> words = new ArrayList<>(MOST);

    void add(char[] letters, int from, int to) {
        if (words.size() == MOST) {
            return;
        }
        for (String word : words) {
            if (equals(word, letters, from, to)) {
                return;
            }
        }
        words.add(new String(letters, from, to - from));
    }

    private static boolean equals(String word, char[] letters, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all values were the same word. */
    boolean isOne() {
        return words.size() == 1;
    }

    /** The words, those that differ in case only as they came; no more than three. */
    List<String> sorted() {
        return words.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
