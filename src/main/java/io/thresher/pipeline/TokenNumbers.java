package io.thresher.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens numbered from 0 in the order in which they came. */
final class TokenNumbers {
    /** Stands for tokens that have no number. */
    static final int UNKNOWN = -1;

    private final TextTokens tokens;
    private final Map<String, Integer> numberOf = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    TokenNumbers(TextTokens tokens) {
        this.tokens = tokens;
    }

    /** How texts are cut. */
    TextTokens tokens() {
        return tokens;
    }

    /** The token of that number. */
    String word(int number) {
        return words.get(number);
    }

    /** The number of a token, a new one where it had none. */
    int add(String token) {
        return numberOf.computeIfAbsent(token, unseen -> {
            words.add(token);
            return numberOf.size();
        });
    }

    /** The numbers of a text's tokens. */
    int[] of(String text) {
        return tokens.of(TextTokens.lowered(text)).stream()
                .mapToInt(token -> numberOf.getOrDefault(token, UNKNOWN))
                .toArray();
    }

    /** The same, where every token that can be learned gets a number. */
    int[] adding(String text) {
        return tokens.of(TextTokens.lowered(text)).stream()
                .mapToInt(token -> TextTokens.isLearnable(token) ? add(token) : UNKNOWN)
                .toArray();
    }
}
