package io.thresher.data.profile;

import com.fasterxml.jackson.annotation.JsonValue;

/** How it is measured that two columns go together. */
public enum Association {
    /** Spearman's rank correlation of two columns of numbers, −1 to 1; ties share their mean rank. */
    SPEARMAN("spearman"),
    /**
     * Cramér's V of two columns of words, 0 to 1, corrected for bias: Bergsma, "A bias-correction for Cramér's V and
     * Tschuprow's T" (Journal of the Korean Statistical Society, 2013).
     */
    CRAMERS_V("cramersV"),
    /**
     * The correlation ratio of numbers in groups of equal words, 0 to 1, corrected for bias: the root of Kelly's ε²
     * (PNAS, 1935), which is η² less what groups of that number explain by chance.
     */
    CORRELATION_RATIO("correlationRatio");

    private final String word;

    Association(String word) {
        this.word = word;
    }

    /** The word used in REST and files. */
    @JsonValue
    public String word() {
        return word;
    }
}
