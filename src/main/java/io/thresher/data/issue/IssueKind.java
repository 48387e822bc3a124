package io.thresher.data.issue;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is wrong. */
public enum IssueKind {
    /** A column gives the target away. */
    TARGET_LEAK("targetLeak"),
    /** A column holds, for each group of rows, what the target is there on average. */
    TARGET_AGGREGATE("targetAggregate"),
    /** A column is filled only when the target has come out one way. */
    POST_EVENT("postEvent"),
    /** Two columns together give the target away. */
    COMBINATION_LEAK("combinationLeak"),
    /** An identifier carries the target. */
    IDENTIFIER_LEAK("identifierLeak"),
    /** The order of the rows carries the target. */
    ROW_ORDER_LEAK("rowOrderLeak"),
    /** Rows to test on are rows to learn from, too. */
    TEST_DUPLICATES("testDuplicates"),
    /** Rows that are alike in everything. */
    DUPLICATE_ROWS("duplicateRows"),
    /** Rows that are alike but for the target. */
    CONFLICTING_ROWS("conflictingRows"),
    /** Rows without a target. */
    MISSING_TARGET("missingTarget"),
    /** A few rows that any squared error hangs on. */
    DOMINATING_ROWS("dominatingRows"),
    /** A column that names the row. */
    IDENTIFIER("identifier"),
    /** A column that is the same everywhere. */
    CONSTANT("constant"),
    /** A column that is the same nearly everywhere. */
    NEAR_CONSTANT("nearConstant"),
    /** Two columns that say the same. */
    NEAR_DUPLICATE_COLUMNS("nearDuplicateColumns"),
    /** Numbers and words in one column. */
    MIXED_TYPES("mixedTypes"),
    /** Words that stand for a missing value. */
    DISGUISED_MISSING("disguisedMissing"),
    /** One word in several spellings. */
    SPELLINGS("spellings"),
    /** A number that stands for a missing value. */
    SENTINEL("sentinel"),
    /** Dates after today. */
    FUTURE_DATES("futureDates"),
    /** One class is rare. */
    IMBALANCE("imbalance"),
    /** Classes of too few rows to be in every fold. */
    SMALL_CLASSES("smallClasses"),
    /** A target with a long tail. */
    HEAVY_TAIL("heavyTail"),
    /** A target that is zero in many rows. */
    ZERO_INFLATION("zeroInflation"),
    /** A number to predict that looks like classes. */
    NUMBERS_LIKE_CLASSES("numbersLikeClasses"),
    /** Classes that look like numbers in order. */
    CLASSES_LIKE_NUMBERS("classesLikeNumbers"),
    /** Rows that belong together. */
    REPEATED_ENTITIES("repeatedEntities"),
    /** Rows that follow each other in time. */
    TIME_ORDER("timeOrder"),
    /** The first rows differ from the last. */
    DRIFT("drift"),
    /** The rows to test on differ from those to learn from. */
    TEST_DRIFT("testDrift");

    private final String word;

    IssueKind(String word) {
        this.word = word;
    }

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether it is about the target being known where it should not be. */
    public boolean isLeak() {
        return compareTo(TEST_DUPLICATES) <= 0;
    }
}
