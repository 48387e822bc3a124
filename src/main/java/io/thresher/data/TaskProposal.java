package io.thresher.data;

/** Which task a target column suggests when the user names none. */
public final class TaskProposal {
    /** A whole number with more values than this is an amount rather than a class. */
    private static final long MOST_NUMBERED_CLASSES = 20;
    /** With fewer rows a value than this, whole numbers are amounts rather than classes. */
    private static final long ROWS_PER_CLASS = 5;

    private TaskProposal() {}

    /**
     * Words are classes. Numbers are classes if there are just two, or if they are whole, of at most 20 values and
     * each value has 5 rows on average; otherwise they are amounts.
     *
     * @param rows number of rows of the dataset
     */
    public static Task of(ColumnSchema target, long rows) {
        if (target.distinct() == 2) {
            return Task.BINARY;
        }
        if (!target.type().isNumeric()) {
            return Task.MULTICLASS;
        }
        boolean numbered = target.type() == ColumnType.INTEGER
                && target.distinct() <= MOST_NUMBERED_CLASSES
                && rows - target.missing() >= ROWS_PER_CLASS * target.distinct();
        return numbered ? Task.MULTICLASS : Task.REGRESSION;
    }
}
