package io.thresher.data.files;

import io.thresher.data.FileFormat;
import io.thresher.data.ReadingOptions;
import io.thresher.data.SetAsideRow;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.RowBuffer;
import io.thresher.data.format.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an upload, rewritten as the plainest CSV there is: UTF-8, commas, every row equally long, values without
 * spaces around them, nothing where a value is missing. Whatever the upload looked like, DuckDB reads this one form,
 * and a prediction request is read by the same rules.
 *
 * <p>On the way it takes a tally of every column. Short rows are filled up with missing values, longer ones are
 * accepted if the surplus is blank and otherwise set aside, as are notes below the last row.
 */
final class CleanCopy {
    /** An ordinary file takes less than so many times its size when it is written out. */
    private static final long GROWTH = 3;

    private final RowSource source;
    private final PlainCsv out;
    private final MissingTokens tokens;
    private final IngestLimits limits;
    private final long maxBytes;
    private final int columns;
    private final List<ColumnTally> tallies = new ArrayList<>();
    private final SetAside setAside = new SetAside();
    private final HeldBack heldBack = new HeldBack();
    private final RowBuffer released = new RowBuffer();
    private long rows;
    private long shortRows;

    private CleanCopy(RowSource source, PlainCsv out, ReadingOptions options, IngestLimits limits, long sourceBytes) {
        this.source = source;
        this.out = out;
        this.tokens = MissingTokens.of(options);
        this.limits = limits;
        this.maxBytes = Math.max(limits.expansion().maxBytes(), GROWTH * sourceBytes);
        this.columns = source.names().names().size();
        for (int i = 0; i < columns; i++) {
            tallies.add(new ColumnTally(
                    source.declared(i), options.type(source.names().names().get(i))));
        }
    }

    /**
     * What was copied.
     *
     * @param rows number of rows
     * @param tallies what was found in the columns
     * @param hasLineBreaks whether some value has a line break within
     * @param setAside number of records that are no rows
     * @param setAsideRows the first few of these
     */
    record Copied(
            long rows,
            List<ColumnTally> tallies,
            boolean hasLineBreaks,
            long setAside,
            List<SetAsideRow> setAsideRows) {}

    /**
     * Copies the rows of {@code source} to the new file {@code to}.
     *
     * @param sourceBytes size of the file that the source reads; a copy much larger than this is not written beyond the
     *     limit for packed files
     * @throws UnreadableDataset if there are too many columns or rows, none, or too many that do not fit the header
     */
    static Copied write(RowSource source, Path to, ReadingOptions options, IngestLimits limits, long sourceBytes)
            throws IOException {
        refuseWidth(source.names().names().size(), limits);
        try (PlainCsv out = new PlainCsv(to)) {
            return new CleanCopy(source, out, options, limits, sourceBytes).copy();
        }
    }

    private static void refuseWidth(int columns, IngestLimits limits) {
        if (columns > limits.maxColumns()) {
            throw new UnreadableDataset(
                    "The file has %d columns. At most %d are accepted.".formatted(columns, limits.maxColumns()));
        }
        if (columns < 2) {
            throw new UnreadableDataset("The file has only one column. At least two columns are accepted: one to"
                    + " predict and one to learn from.");
        }
    }

    private Copied copy() throws IOException {
        boolean hasNotes = source.format() == FileFormat.DELIMITED;
        while (source.advance()) {
            if (hasNotes && heldBack.takes(source, columns)) {
                heldBack.add(source);
            } else {
                addReleased();
                add(source.row());
            }
        }
        if (rows == 0) {
            addReleased();
        }
        for (HeldBack.Held held : heldBack.release()) {
            if (!held.isBlank()) {
                setAside.add(held.row());
            }
        }
        setAside.refuseTooMany(rows);
        refuse();
        return new Copied(rows, tallies, out.hasLineBreaks(), setAside.count(), setAside.rows());
    }

    private void addReleased() throws IOException {
        if (heldBack.isEmpty()) {
            return;
        }
        for (HeldBack.Held held : heldBack.release()) {
            released.clear();
            held.values().forEach(released::add);
            add(released);
        }
    }

    private void add(RowBuffer row) throws IOException {
        int length = lengthWithoutBlankSurplus(row);
        if (length > columns) {
            setAside.addTooLong(source, length, columns);
            return;
        }
        if (length > 0 && row.end(length - 1) > limits.maxRecordCharacters()) {
            throw new UnreadableDataset(
                    "The row in line %d is longer than %d characters. Rows up to that length are accepted."
                            .formatted(source.line(), limits.maxRecordCharacters()));
        }
        shortRows += length < columns ? 1 : 0;
        rows++;
        if (rows > limits.maxRows()) {
            throw new UnreadableDataset(
                    "The file has more than %1$d rows. At most %1$d are accepted.".formatted(limits.maxRows()));
        }
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                out.delimiter();
            }
            if (i < length) {
                add(row, i);
            } else {
                tallies.get(i).addMissing("");
            }
        }
        out.endRow();
        if (out.bytes() > maxBytes) {
            throw new UnreadableDataset(
                    "The table takes more than %1$d bytes when all its rows are written out. Up to".formatted(maxBytes)
                            + " that many are accepted.");
        }
    }

    private void add(RowBuffer row, int column) throws IOException {
        char[] letters = row.letters();
        int from = row.start(column);
        int to = row.end(column);
        while (from < to && isSpace(letters[from])) {
            from++;
        }
        while (from < to && isSpace(letters[to - 1])) {
            to--;
        }
        ColumnTally tally = tallies.get(column);
        if (from == to) {
            tally.addMissing("");
            return;
        }
        String token = tokens.find(letters, from, to);
        if (!token.isEmpty()) {
            tally.addMissing(token);
            return;
        }
        tally.add(letters, from, to);
        out.value(letters, from, to);
    }

    private static boolean isSpace(char letter) {
        return (letter <= ' ' || letter >= 0x80) && Character.isWhitespace(letter);
    }

    private int lengthWithoutBlankSurplus(RowBuffer row) {
        int length = row.size();
        while (length > columns && row.isBlank(length - 1)) {
            length--;
        }
        return length;
    }

    private void refuse() {
        if (rows == 0) {
            throw new UnreadableDataset("The file has only a header. At least one row below it is accepted.");
        }
        if (shortRows * 2 > rows) {
            throw new UnreadableDataset(
                    ("%d of %d rows have fewer values than there are columns. A table is accepted if most rows are"
                                    + " complete; an empty place between two delimiters is a missing value.")
                            .formatted(shortRows, rows));
        }
    }
}
