package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column holds, as far as learning from it goes. */
public enum ColumnType {
    /** Decimal numbers. */
    NUMBER,
    /** Whole numbers. */
    INTEGER,
    /** Two words that mean yes and no. */
    BOOLEAN,
    /** A limited set of words. */
    CATEGORY,
    /** So many words that most of them occur in few rows. */
    HIGH_CARDINALITY,
    /** Points in time, written in one way. */
    DATE_TIME,
    /** Sentences: many distinct values of several words. */
    TEXT,
    /** A word of its own for (nearly) every row. */
    IDENTIFIER,
    /** The same value in every row, or no value in any. */
    CONSTANT;

    /** Whether the column is stored as numbers. */
    public boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }

    /** Whether the column is stored as levels. */
    public boolean isCategorical() {
        return this == BOOLEAN || this == CATEGORY || this == HIGH_CARDINALITY || this == DATE_TIME;
    }

    /** Whether a model can learn from the column as it is. */
    public boolean isFeature() {
        return isNumeric() || isCategorical() || this == TEXT;
    }

    /** The type called by that word, or nothing. */
    public static Optional<ColumnType> ofWord(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return switch (this) {
            case HIGH_CARDINALITY -> "highCardinality";
            case DATE_TIME -> "dateTime";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
