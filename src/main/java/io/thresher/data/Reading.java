package io.thresher.data;

import java.util.List;
import java.util.Objects;

/**
 * How an upload became a table.
 *
 * @param format what kind of file it was
 * @param packing what that file was packed with
 * @param options what the user said about the file
 * @param linesBefore number of lines before the header or the first row that are no part of the table
 * @param setAside number of records after that which are no part of the table: too long, or a note below the last row
 * @param setAsideRows the first few of these
 * @param emptyColumns number of columns dropped at the end of the table, without a name and without a value
 */
public record Reading(
        FileFormat format,
        Packing packing,
        ReadingOptions options,
        long linesBefore,
        long setAside,
        List<SetAsideRow> setAsideRows,
        int emptyColumns) {

    /** A plain CSV that needed no repair. */
    public static final Reading PLAIN_TEXT =
            new Reading(FileFormat.DELIMITED, Packing.NONE, ReadingOptions.NONE, 0, 0, List.of(), 0);

    public Reading {
        options = Objects.requireNonNullElse(options, ReadingOptions.NONE);
        setAsideRows = List.copyOf(setAsideRows);
    }
}
