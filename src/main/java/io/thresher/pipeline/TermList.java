package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Terms, that is runs of some tokens, that are counted in texts: those in most training texts. */
final class TermList {
    /** Texts a term must be in: what is in fewer tells of those texts only. */
    private static final int FEWEST_TEXTS = 3;

    private final TextTokens tokens;
    private final int shortest;
    private final int longest;
    private final List<List<String>> terms;
    private final Map<List<String>, Integer> placeOf = new HashMap<>();

    private TermList(TextTokens tokens, int shortest, int longest, List<List<String>> terms) {
        this.tokens = tokens;
        this.shortest = shortest;
        this.longest = longest;
        this.terms = terms;
        terms.forEach(term -> placeOf.put(term, placeOf.size()));
    }

    /**
     * The terms of the training texts.
     *
     * @param shortest tokens of a term at least
     * @param longest tokens of a term at most
     * @param most terms at most
     */
    static TermList of(List<String> texts, TextTokens tokens, int shortest, int longest, int most) {
        Map<List<String>, Integer> textsWith = new HashMap<>();
        for (String text : texts) {
            List<String> cut = tokens.of(TextTokens.lowered(text));
            Set<List<String>> ofText = new HashSet<>();
            for (int length = shortest; length <= longest; length++) {
                for (int from = 0; from + length <= cut.size(); from++) {
                    ofText.add(cut.subList(from, from + length));
                }
            }
            ofText.forEach(term -> textsWith.merge(term, 1, Integer::sum));
        }
        List<List<String>> kept = textsWith.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_TEXTS && entry.getValue() < texts.size())
                .filter(entry -> entry.getKey().stream().allMatch(TextTokens::isLearnable))
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> String.join("\u0000", entry.getKey())))
                .limit(most)
                .map(entry -> List.copyOf(entry.getKey()))
                .sorted(Comparator.comparingInt((List<String> term) -> term.size()))
                .toList();
        return new TermList(tokens, shortest, longest, kept);
    }

    /** Number of terms. */
    int size() {
        return terms.size();
    }

    /** One name a term, as it is written. */
    List<String> names() {
        String between = tokens == TextTokens.WORDS ? " " : "";
        return terms.stream().map(term -> String.join(between, term)).toList();
    }

    /** How often each term is in the text. */
    int[] counts(String text) {
        int[] counts = new int[terms.size()];
        List<String> cut = tokens.of(TextTokens.lowered(text));
        for (int length = shortest; length <= longest; length++) {
            for (int from = 0; from + length <= cut.size(); from++) {
                Integer place = placeOf.get(cut.subList(from, from + length));
                if (place != null) {
                    counts[place]++;
                }
            }
        }
        return counts;
    }

    /** Draws {@link #counts} of texts, N × 1 strings, as float32, N × terms. */
    Tensor draw(GraphBuilder graph, Tensor texts) {
        List<Long> starts = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        List<String> pool = new ArrayList<>();
        int term = 0;
        int longestUsed = terms.get(terms.size() - 1).size();
        for (int length = 1; length <= longestUsed; length++) {
            starts.add((long) pool.size());
            for (; term < terms.size() && terms.get(term).size() == length; term++) {
                pool.addAll(terms.get(term));
                places.add((long) term);
            }
        }
        Attributes attributes = Attributes.none()
                .with("mode", "TF")
                .with("min_gram_length", terms.get(0).size())
                .with("max_gram_length", longestUsed)
                .with("max_skip_count", 0)
                .withLongs("ngram_counts", starts)
                .withLongs("ngram_indexes", places)
                .withStrings("pool_strings", pool);
        return graph.apply("TfIdfVectorizer", attributes, tokens.draw(graph, texts));
    }
}
