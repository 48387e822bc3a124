package io.thresher.data;

/** What the words of a column are. */
public sealed interface WordKind {

    /** Names of things. */
    record Names() implements WordKind {}

    /**
     * Points in time, all written in one way.
     *
     * @param format as {@link ColumnSchema#dateFormat()} has it
     */
    record Dates(String format) implements WordKind {}

    /** Sentences. */
    record Sentences() implements WordKind {}

    /** What a column of that schema holds. */
    static WordKind of(ColumnSchema column) {
        String format = column.dateFormat();
        if (column.type() == ColumnType.DATE_TIME && format != null) {
            return new Dates(format);
        }
        return column.type() == ColumnType.TEXT ? new Sentences() : new Names();
    }
}
