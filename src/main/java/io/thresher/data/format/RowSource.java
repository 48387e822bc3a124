package io.thresher.data.format;

import io.thresher.data.Dialect;
import io.thresher.data.FileFormat;
import io.thresher.data.csv.ColumnNames;
import io.thresher.data.csv.RowBuffer;
import java.io.IOException;

/** A file as rows of values, read once from the first row to the last. */
public interface RowSource extends AutoCloseable {

    /** What kind of file it is. */
    FileFormat format();

    /** The columns' names. */
    ColumnNames names();

    /** What the file says about a column, by its place from 0. */
    default Declared declared(int column) {
        return Declared.NOTHING;
    }

    /** How the file is written, as far as it is delimited text. */
    default Dialect dialect() {
        return Dialect.PLAIN;
    }

    /** Number of lines before the header or first row that are no part of the table. */
    default long linesBefore() {
        return 0;
    }

    /**
     * Moves on to the next row.
     *
     * @return false if there is none
     * @throws io.thresher.data.UnreadableDataset if the file is damaged here
     */
    boolean advance() throws IOException;

    /** The current row; the next is read into the same. It may be shorter or longer than {@link #names()}. */
    RowBuffer row();

    /** The line in which the current row begins, or its number, from 1. */
    long line();

    @Override
    void close() throws IOException;
}
