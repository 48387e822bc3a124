package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;

/**
 * How texts become features.
 *
 * @param terms terms learned a column at most; 0 leaves texts out
 * @param grams what a term is
 * @param weights what the number of a term in a text becomes
 */
record TextRecipe(int terms, Grams grams, Weights weights) {

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
        TF_IDF
    }

    /** Fits the texts of one column of the training rows. */
    FittedColumns fit(CategoryColumn texts) {
        return FittedColumns.of(TermFeatures.fit(texts, this));
    }
}
