package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text is cut into tokens. Only A to Z get small, since what other letters do depends on the locale of the machine
 * that serves; characters beyond the basic plane belong to no token that is learned, since not every program can hand
 * them over.
 */
enum TextTokens {
    /** Runs of letters and digits; all else separates. */
    WORDS {
        @Override
        List<String> of(String lowered) {
            List<String> tokens = new ArrayList<>();
            int start = -1;
            for (int i = 0; i <= lowered.length(); i++) {
                boolean inside = i < lowered.length() && isOfWord(lowered.charAt(i));
                if (inside && start < 0) {
                    start = i;
                } else if (!inside && start >= 0) {
                    tokens.add(lowered.substring(start, i));
                    start = -1;
                }
            }
            return tokens;
        }

        @Override
        Attributes cut() {
            return Attributes.none()
                    .with("tokenexp", "[0-9a-z\\x{C0}-\\x{1FFF}\\x{3040}-\\x{D7FF}\\x{F900}-\\x{FFEF}]+");
        }
    },
    /** Every character. */
    CHARACTERS {
        @Override
        List<String> of(String lowered) {
            return lowered.codePoints().mapToObj(Character::toString).toList();
        }

        @Override
        Attributes cut() {
            return Attributes.none().withStrings("separators", List.of(""));
        }
    };

    /** The last character of the basic plane that is not a stand-in for another. */
    private static final char LAST = '\uFFFC';

    /** The tokens of a text in small letters. */
    abstract List<String> of(String lowered);

    /** The same, as attributes of the operator Tokenizer. */
    abstract Attributes cut();

    /** The text in small letters. */
    static String lowered(String text) {
        StringBuilder lowered = new StringBuilder(text);
        for (int i = 0; i < lowered.length(); i++) {
            char letter = lowered.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                lowered.setCharAt(i, (char) (letter + ('a' - 'A')));
            }
        }
        return lowered.toString();
    }

    /** Draws the tokens of texts, N × 1 strings, as N × most tokens of a text; empty strings fill the rows up. */
    Tensor draw(GraphBuilder graph, Tensor texts) {
        Attributes padded = cut().with("mark", 0).with("mincharnum", 1).with("pad_value", "");
        return graph.applyMicrosoft("Tokenizer", padded, drawLowered(graph, texts));
    }

    /** Draws texts, N × 1 strings, in small letters, N. */
    static Tensor drawLowered(GraphBuilder graph, Tensor texts) {
        Tensor flat = graph.apply("Reshape", texts, graph.longs(new long[] {1}, -1));
        Attributes small = Attributes.none().with("case_change_action", "LOWER").with("locale", "C");
        return graph.apply("StringNormalizer", small, flat);
    }

    /** Whether a token may be learned; characters for private use stand for others where those cannot be handed over. */
    static boolean isLearnable(String token) {
        return token.codePoints().allMatch(point -> point <= LAST && point > 0 && !isPrivate(point));
    }

    private static boolean isPrivate(int point) {
        return point >= 0xE000 && point <= 0xF8FF;
    }

    private static boolean isOfWord(char letter) {
        return (letter >= '0' && letter <= '9')
                || (letter >= 'a' && letter <= 'z')
                || (letter >= 0xC0 && letter <= 0x1FFF)
                || (letter >= 0x3040 && letter <= 0xD7FF)
                || (letter >= 0xF900 && letter <= 0xFFEF);
    }
}
