package io.thresher.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the terms that most texts have. Runs of tokens are counted by length, shortest first, and only those whose parts
 * are in enough texts: a run is in no more texts than any part of it (Agrawal and Srikant: Fast algorithms for mining
 * association rules, VLDB 1994, section 2.1). So few of the many runs that texts of many characters have take memory.
 */
final class TermLearning {
    /** Texts a term must be in: what is in fewer tells of those texts only. */
    private static final int FEWEST_TEXTS = 3;
    /** Characters that terms are learned from; the most frequent terms of so many are those of all. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final TokenNumbers numbers;
    private final int shortest;
    private final int longest;
    private final int most;
    private final List<int[]> texts = new ArrayList<>();
    private final TermTrie runs = new TermTrie();
    /** State to the number of texts with that run; and to the last of them. */
    private int[] textsWith = new int[64];

    private int[] lastText = new int[64];

    /**
     * @param shortest tokens of a term at least
     * @param longest tokens of a term at most
     * @param most terms at most
     */
    TermLearning(TextTokens tokens, int shortest, int longest, int most) {
        this.numbers = new TokenNumbers(tokens);
        this.shortest = shortest;
        this.longest = longest;
        this.most = most;
    }

    /**
     * A term.
     *
     * @param tokens that follow each other
     * @param texts in which it is
     */
    record Term(List<String> tokens, int texts) {}

    /**
     * What was learned.
     *
     * @param terms shortest first; those of equal length by the number of their texts
     * @param texts from which they were learned
     */
    record Learned(List<Term> terms, int texts) {}

    /** The terms of these texts; of an even sample where they are long. */
    Learned from(List<String> all) {
        long characters = all.stream().mapToLong(String::length).sum();
        int taken = (int) Math.ceil(all.size() * Math.min(1.0, (double) MOST_CHARACTERS / Math.max(1, characters)));
        for (int i = 0; i < taken; i++) {
            texts.add(numbers.adding(all.get((int) ((long) i * all.size() / taken))));
        }
        List<Integer> found = new ArrayList<>();
        int fewest = FEWEST_TEXTS;
        for (int length = 1; length <= longest; length++) {
            int first = runs.states();
            count(length);
            for (int state = first; state < runs.states() && length >= shortest; state++) {
                if (textsWith[state] >= FEWEST_TEXTS && textsWith[state] < texts.size()) {
                    found.add(state);
                }
            }
            fewest = Math.max(fewest, fewestOfBest(found));
            prune(first, fewest);
        }
        int enough = fewest;
        return new Learned(
                found.stream()
                        .filter(state -> textsWith[state] >= enough)
                        .map(state -> new Term(tokens(state), textsWith[state]))
                        .sorted(Comparator.comparingInt((Term term) -> -term.texts())
                                .thenComparing(term -> String.join("\u0000", term.tokens())))
                        .limit(most)
                        .sorted(Comparator.comparingInt(term -> term.tokens().size()))
                        .toList(),
                texts.size());
    }

    /** Counts the texts with each run of that length whose parts are left. The runs of every text are walked anew. */
    private void count(int length) {
        for (int text = 0; text < texts.size(); text++) {
            int[] tokens = texts.get(text);
            int before = state(tokens, 0, length - 1);
            for (int from = 0; from + length <= tokens.length; from++) {
                int after = length == 1 ? TermTrie.ROOT : state(tokens, from + 1, length - 1);
                int last = tokens[from + length - 1];
                if (before != TermTrie.NOWHERE && after != TermTrie.NOWHERE && last != TokenNumbers.UNKNOWN) {
                    tell(runs.add(before, last), text + 1);
                }
                before = after;
            }
        }
    }

    /** The state of a run, or nowhere if any run that it begins with is in too few texts. */
    private int state(int[] tokens, int from, int length) {
        int state = TermTrie.ROOT;
        for (int i = from; i < from + length && state != TermTrie.NOWHERE; i++) {
            int token = i < tokens.length ? tokens[i] : TokenNumbers.UNKNOWN;
            state = token == TokenNumbers.UNKNOWN ? TermTrie.NOWHERE : runs.next(state, token);
            if (state != TermTrie.NOWHERE && textsWith[state] == 0) {
                state = TermTrie.NOWHERE;
            }
        }
        return state;
    }

    private void tell(int state, int text) {
        if (state >= textsWith.length) {
            textsWith = Arrays.copyOf(textsWith, 2 * state);
            lastText = Arrays.copyOf(lastText, 2 * state);
        }
        if (lastText[state] != text) {
            lastText[state] = text;
            textsWith[state]++;
        }
    }

    /** Texts of the last of the best, or 0 if there are fewer than wanted. */
    private int fewestOfBest(List<Integer> found) {
        if (found.size() < most) {
            return 0;
        }
        int[] counts =
                found.stream().mapToInt(state -> textsWith[state]).sorted().toArray();
        return most == 0 ? Integer.MAX_VALUE : counts[counts.length - most];
    }

    /** Marks what is in too few texts as not there. */
    private void prune(int first, int fewest) {
        for (int state = first; state < runs.states(); state++) {
            if (textsWith[state] < fewest) {
                textsWith[state] = 0;
            }
        }
    }

    private List<String> tokens(int state) {
        List<String> tokens = new ArrayList<>();
        for (int at = state; at != TermTrie.ROOT; at = runs.parent(at)) {
            tokens.add(0, numbers.word(runs.token(at)));
        }
        return tokens;
    }
}
