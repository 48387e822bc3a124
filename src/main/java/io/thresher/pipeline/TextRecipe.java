package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Target;
import io.thresher.model.FeatureDemand;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * How texts become features.
 *
 * @param terms terms learned a column at most; 0 leaves texts out
 * @param grams what a term is
 * @param weights what the number of a term in a text becomes
 * @param topics features a column that stand for all terms together; 0 for a feature a term
 */
record TextRecipe(int terms, Grams grams, Weights weights, int topics) {
    /** Values of terms in a table where zeros take as much memory as others: 200 MB of them. */
    private static final long MOST_VALUES = 50_000_000;
    /** Few enough for any table, and enough to tell something. */
    private static final int ALWAYS = 20;

    /** What a term is. */
    enum Grams {
        /** One word. */
        WORDS,
        /** One word, or two that follow each other. */
        WORD_PAIRS,
        /** Three to five characters that follow each other. */
        CHARACTERS
    }

    /** What the number of a term in a text becomes. */
    enum Weights {
        /** 1 if it is there at all. */
        PRESENCE,
        /** The number itself. */
        COUNTS,
        /** ln(1 + number) · ln((1 + texts) / (1 + texts with the term)), brought to length 1 over all terms of a text. */
        TF_IDF,
        /** If it is there at all, how much it tells of the target: see {@link LogCountRatio}. */
        NAIVE_BAYES
    }

    /**
     * As many terms as a table has room for.
     *
     * @param columns of texts
     */
    TextRecipe within(int rows, int columns, FeatureDemand demand) {
        if (demand.takesSparse() || topics > 0) {
            return this;
        }
        long fitting = MOST_VALUES / Math.max(1, (long) rows * columns);
        return new TextRecipe((int) Math.min(terms, Math.max(ALWAYS, fitting)), grams, weights, topics);
    }

    /** Fits the texts of one column of the training rows, whose target is {@code target}. */
    FittedColumns fit(CategoryColumn texts, Target target, FeatureDemand demand, Seed seed) {
        List<String> known = new ArrayList<>();
        for (int row = 0; row < texts.rows(); row++) {
            texts.word(row).ifPresent(known::add);
        }
        TermList list = switch (grams) {
            case WORDS -> TermList.of(known, TextTokens.WORDS, 1, 1, terms);
            case WORD_PAIRS -> TermList.of(known, TextTokens.WORDS, 1, 2, terms);
            case CHARACTERS -> TermList.of(known, TextTokens.CHARACTERS, 3, 5, terms);
        };
        WeightedTerms weighted = WeightedTerms.of(list, weights, texts, target);
        if (topics > 0 && list.size() > topics) {
            return FittedColumns.of(TopicFeatures.fit(texts, weighted, topics, demand.wantsScaling(), seed));
        }
        return FittedColumns.of(new TermFeatures(texts.name(), weighted));
    }
}
