package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.pipeline.TermLearning.Learned;
import io.thresher.pipeline.TermLearning.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Terms, that is runs of some tokens, that are counted in texts: those in most training texts. */
final class TermList {
    private static final int NO_TERM = -1;

    private final TokenNumbers numbers;
    private final Learned learned;
    private final TermTrie runs = new TermTrie();
    /** State of a run to its place among the terms. */
    private final int[] placeOf;

    private final int longest;

    private TermList(TextTokens tokens, Learned learned) {
        this.numbers = new TokenNumbers(tokens);
        this.learned = learned;
        int[] states = new int[learned.terms().size()];
        for (int place = 0; place < states.length; place++) {
            states[place] = TermTrie.ROOT;
            for (String token : learned.terms().get(place).tokens()) {
                states[place] = runs.add(states[place], numbers.add(token));
            }
        }
        placeOf = new int[runs.states()];
        Arrays.fill(placeOf, NO_TERM);
        for (int place = 0; place < states.length; place++) {
            placeOf[states[place]] = place;
        }
        longest = learned.terms().stream()
                .mapToInt(term -> term.tokens().size())
                .max()
                .orElse(0);
    }

    /**
     * The terms of the training texts.
     *
     * @param shortest tokens of a term at least
     * @param longest tokens of a term at most
     * @param most terms at most
     */
    static TermList of(List<String> texts, TextTokens tokens, int shortest, int longest, int most) {
        return new TermList(tokens, new TermLearning(tokens, shortest, longest, most).from(texts));
    }

    /** Number of terms. */
    int size() {
        return learned.terms().size();
    }

    /** One name a term, as it is written. */
    List<String> names() {
        String between = numbers.tokens() == TextTokens.WORDS ? " " : "";
        return learned.terms().stream()
                .map(term -> String.join(between, term.tokens()))
                .toList();
    }

    /** The share of texts that have each term, as a fraction of one more text that has all. */
    double[] shares() {
        return learned.terms().stream()
                .mapToDouble(term -> (1.0 + term.texts()) / (1.0 + learned.texts()))
                .toArray();
    }

    /** Counts the terms of a text. */
    void count(String text, TermCounts counts) {
        counts.clear();
        int[] tokens = numbers.of(text);
        for (int from = 0; from < tokens.length; from++) {
            int state = TermTrie.ROOT;
            for (int at = from; at < Math.min(tokens.length, from + longest); at++) {
                state = tokens[at] == TokenNumbers.UNKNOWN ? TermTrie.NOWHERE : runs.next(state, tokens[at]);
                if (state == TermTrie.NOWHERE) {
                    break;
                }
                if (placeOf[state] != NO_TERM) {
                    counts.add(placeOf[state]);
                }
            }
        }
        counts.sort();
    }

    /** Draws the {@link #count} of texts, N × 1 strings, as float32, N × terms. */
    Tensor draw(GraphBuilder graph, Tensor texts) {
        List<Long> starts = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        List<String> pool = new ArrayList<>();
        List<Term> terms = learned.terms();
        int term = 0;
        for (int length = 1; length <= longest; length++) {
            starts.add((long) pool.size());
            for (; term < terms.size() && terms.get(term).tokens().size() == length; term++) {
                pool.addAll(terms.get(term).tokens());
                places.add((long) term);
            }
        }
        Attributes attributes = Attributes.none()
                .with("mode", "TF")
                .with("min_gram_length", terms.get(0).tokens().size())
                .with("max_gram_length", longest)
                .with("max_skip_count", 0)
                .withLongs("ngram_counts", starts)
                .withLongs("ngram_indexes", places)
                .withStrings("pool_strings", pool);
        return graph.apply("TfIdfVectorizer", attributes, numbers.tokens().draw(graph, texts));
    }
}
