package io.thresher.data.csv;

/** Is told of every value that stands in a column of numbers and is none; it is read as missing. */
@FunctionalInterface
public interface UnreadNumber {

    /**
     * One such value.
     *
     * @param line in which its row begins; the first is 1
     */
    void found(long line, String column, String value);
}
