package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the numbers of a column are written. */
public enum NumberStyle {
    /** {@code 1234567.5}. */
    PLAIN("plain", 1),
    /** {@code 1234567,5}; a point may stand before the decimals too. */
    DECIMAL_COMMA("decimalComma", 2),
    /** {@code 1,234,567.5}. */
    GROUPED_BY_COMMA("groupedByComma", 4),
    /** {@code 1.234.567,5}. */
    GROUPED_BY_POINT("groupedByPoint", 8),
    /** {@code 1 234 567,5} or {@code 1 234 567.5}, the space of any width. */
    GROUPED_BY_SPACE("groupedBySpace", 16);

    private final String word;
    private final int bit;

    NumberStyle(String word, int bit) {
        this.word = word;
        this.bit = bit;
    }

    /** The bit that stands for the style in a set of styles. */
    public int bit() {
        return bit;
    }

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether some letter divides thousands. */
    public boolean isGrouped() {
        return this != PLAIN && this != DECIMAL_COMMA;
    }

    /** Whether a comma stands before the decimals. */
    public boolean hasDecimalComma() {
        return this == DECIMAL_COMMA || this == GROUPED_BY_POINT;
    }
}
