package io.thresher.data.files;

import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.Blanks;
import io.thresher.data.csv.ColumnNames;
import io.thresher.data.csv.DelimitedText;
import io.thresher.data.csv.RecordReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of an upload, rewritten as the plainest CSV there is: UTF-8, commas, every row equally long, values without
 * spaces around them, nothing where a value is missing. Whatever the upload looked like, DuckDB reads this one form,
 * and a prediction request is read by the same rules.
 *
 * <p>On the way it takes a tally of every column. Short rows are filled up with missing values, longer ones are accepted if the surplus is blank.
 */
final class CleanCopy {
    private static final int MOST_FAULTS = 5;

    private final IngestLimits limits;
    private final List<ColumnTally> tallies = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long rows;
    private long shortRows;
    private boolean hasLineBreaks;

    private CleanCopy(IngestLimits limits) {
        this.limits = limits;
    }

    /**
     * What was copied.
     *
     * @param names the columns' names
     * @param rows number of rows, the header not counted
     * @param tallies what was found in the columns
     * @param hasLineBreaks whether some value has a line break within
     */
    record Copied(ColumnNames names, long rows, List<ColumnTally> tallies, boolean hasLineBreaks) {}

    /**
     * Copies the rows of {@code text}, without its header, to the new file {@code to}.
     *
     * @throws UnreadableDataset if there are too many columns or rows, none, or rows that do not fit the header
     */
    static Copied write(DelimitedText text, Path to, IngestLimits limits) throws IOException {
        return new CleanCopy(limits).copy(text, to);
    }

    private Copied copy(DelimitedText text, Path to) throws IOException {
        try (RecordReader records = text.open(limits.maxRecordCharacters());
                BufferedWriter out = Files.newBufferedWriter(to)) {
            ColumnNames names = names(text, records);
            int columns = names.names().size();
            if (columns > limits.maxColumns()) {
                throw new UnreadableDataset(
                        "The file has %d columns. At most %d are accepted.".formatted(columns, limits.maxColumns()));
            }
            boolean commas = text.dialect().allowsDecimalComma();
            IntStream.range(0, columns).forEach(i -> tallies.add(new ColumnTally(commas)));
            while (faults.size() < MOST_FAULTS && records.advance()) {
                copyRow(records, columns, out);
            }
            refuse(records);
            return new Copied(names, rows, tallies, hasLineBreaks);
        }
    }

    private static ColumnNames names(DelimitedText text, RecordReader records) throws IOException {
        if (!text.dialect().hasHeader()) {
            return ColumnNames.numbered(text.columns());
        }
        return records.advance() ? ColumnNames.ofHeader(records.values()) : ColumnNames.numbered(text.columns());
    }

    private void copyRow(RecordReader record, int columns, BufferedWriter out) throws IOException {
        int length = lengthWithoutBlankSurplus(record, columns);
        if (length > columns) {
            faults.add("Line %d has %d values, but there are %d columns. As many values as columns are accepted."
                    .formatted(record.line(), length, columns));
            return;
        }
        shortRows += length < columns ? 1 : 0;
        rows++;
        if (rows > limits.maxRows()) {
            throw new UnreadableDataset(
                    "The file has more than %1$d rows. At most %1$d are accepted.".formatted(limits.maxRows()));
        }
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                out.write(',');
            }
            if (i < length) {
                String value = Blanks.clean(record.value(i));
                tallies.get(i).add(value);
                write(value, out);
            }
        }
        out.write('\n');
    }

    private static int lengthWithoutBlankSurplus(RecordReader record, int columns) {
        int length = record.size();
        while (length > columns && record.value(length - 1).isBlank()) {
            length--;
        }
        return length;
    }

    private void write(String value, BufferedWriter out) throws IOException {
        boolean needsQuotes = false;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            boolean breaksLine = letter == '\n' || letter == '\r';
            hasLineBreaks |= breaksLine;
            needsQuotes |= breaksLine || letter == ',' || letter == '"';
        }
        if (needsQuotes) {
            out.write('"' + value.replace("\"", "\"\"") + '"');
        } else {
            out.write(value);
        }
    }

    private void refuse(RecordReader records) {
        if (records.isCutOff()) {
            faults.add("The record that begins in line %d has a quoted value that is never closed."
                    .formatted(records.line()));
        }
        if (faults.isEmpty() && rows == 0) {
            faults.add("The file has only a header. At least one row below it is accepted.");
        }
        if (faults.isEmpty() && shortRows * 2 > rows) {
            faults.add(("%d of %d rows have fewer values than there are columns. A table is accepted if most rows are"
                            + " complete; an empty place between two delimiters is a missing value.")
                    .formatted(shortRows, rows));
        }
        if (!faults.isEmpty()) {
            throw new UnreadableDataset(faults);
        }
    }
}
