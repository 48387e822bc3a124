package io.thresher.data.format;

/** What a file itself says about a column. */
public enum Declared {
    /** Nothing: the values tell. */
    NOTHING,
    /** The values are words, also where they look like numbers. */
    WORDS
}
