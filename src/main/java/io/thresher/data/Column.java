package io.thresher.data;

/** One column of a {@link Table}, in memory. */
public sealed interface Column permits NumberColumn, CategoryColumn {

    /** The name, unique within the table. */
    String name();

    /** Number of rows. */
    int rows();

    /** The column with only the given rows, in the given order; indices may repeat. */
    Column take(int[] rows);
}
