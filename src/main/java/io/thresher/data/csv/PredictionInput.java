package io.thresher.data.csv;

import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.MissingColumns;
import io.thresher.data.Table;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads rows to be predicted as the training data was read. Of every needed column the values come out typed as in
 * training: what is no number in a column of numbers is missing, a word never seen stays what it is, the words of a
 * boolean column are recognised in upper and lower case. Columns may stand in any order, others are ignored, and the
 * target may be there or not.
 *
 * <p>If the training data had no header, columns are told by their place: a file with one column less than the
 * training data is taken to lack the target.
 */
public final class PredictionInput {
    private static final int MAX_RECORD_CHARACTERS = 1_000_000;

    private final DatasetSchema trainedOn;
    private final String target;
    private final List<ColumnSchema> needed;
    private final List<String> neededNames;
    private final UnreadNumber unread;

    /**
     * For a model that needs these columns.
     *
     * @param trainedOn what the model was trained on
     * @param target the predicted column
     * @throws IllegalArgumentException if a needed column is not in the schema
     */
    public PredictionInput(DatasetSchema trainedOn, String target, List<String> neededColumns) {
        this(trainedOn, target, neededColumns, (line, column, value) -> {});
    }

    /**
     * For a model that needs these columns; {@code unread} is told of what should be a number and is none.
     *
     * @throws IllegalArgumentException if a needed column is not in the schema
     */
    public PredictionInput(DatasetSchema trainedOn, String target, List<String> neededColumns, UnreadNumber unread) {
        this.trainedOn = trainedOn;
        this.target = target;
        this.unread = unread;
        this.neededNames = List.copyOf(neededColumns);
        this.needed = neededNames.stream()
                .map(name -> trainedOn
                        .column(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException("the training data has no column '%s'".formatted(name))))
                .toList();
    }

    /**
     * Reads a delimited text file: with the delimiter and quote of the training data if that gives the needed
     * columns, otherwise with those found in the file. The encoding is always found anew.
     *
     * @throws MissingColumns if needed columns are not there
     * @throws UnreadableDataset if the file is no delimited text, has no rows, or rows longer than the first
     * @throws UncheckedIOException if reading fails
     */
    public Table read(Path csv) {
        List<Table> whole = new ArrayList<>();
        read(csv, Integer.MAX_VALUE, whole::add);
        return whole.get(0);
    }

    /**
     * Reads a file as {@link #read(Path)} does, some rows at a time: memory does not grow with the file. Rows may have been
     * handed over before it turns out that the file cannot be read to its end.
     *
     * @param rowsAtOnce rows of every part but the last, at least 1
     * @param part is given the parts in order
     * @return rows in all
     */
    public long read(Path csv, int rowsAtOnce, Consumer<Table> part) {
        try {
            TextEncoding encoding = EncodingDetection.of(csv);
            String head = TextFile.head(csv, encoding, DelimitedText.SAMPLE_CHARACTERS);
            char delimiter = trainedOn.dialect().delimiter();
            char quote = trainedOn.dialect().quote();
            int notes = DialectSniffer.sniff(head, Optional.of(delimiter), Optional.of(quote))
                    .map(DialectSniffer.Sniffed::notes)
                    .orElse(0);
            DelimitedText asTrained = text(csv, encoding, delimiter, quote, notes);
            Optional<DelimitedText> asFound = DialectSniffer.sniff(head)
                    .map(found -> text(csv, encoding, found.delimiter(), found.quote(), found.notes()));
            DelimitedText text = asFound.isEmpty() || isComplete(asTrained) ? asTrained : asFound.get();
            return read(text, rowsAtOnce, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rows given as values by column name, as JSON has them: words, numbers, true, false, null. A number in a
     * column of words is the word a file would have, 3 rather than 3.0; true and false are the two words of a boolean
     * column. A value that is not given is missing.
     *
     * @throws MissingColumns if needed columns are in none of the rows
     * @throws UnreadableDataset if a value is a list or an object, or there is no row
     */
    public Table ofRows(List<? extends Map<String, ?>> rows) {
        return new JsonRows(rows).read(neededNames, columns());
    }

    private long read(DelimitedText text, int rowsAtOnce, Consumer<Table> part) throws IOException {
        boolean commas = text.dialect().allowsDecimalComma();
        try (RecordReader records = text.open(MAX_RECORD_CHARACTERS)) {
            boolean hasRecord = records.advance();
            ColumnLayout layout = layout(records).orElseThrow(() -> wrongNumberOfColumns(records));
            if (!layout.missing().isEmpty()) {
                throw new MissingColumns(layout.missing(), layout.found());
            }
            if (layout.hasHeader()) {
                hasRecord = records.advance();
            }
            long rows = 0;
            while (hasRecord) {
                List<TypedColumn> columns = columns();
                int size = 0;
                while (hasRecord && size < rowsAtOnce) {
                    add(records, layout, columns, commas);
                    size++;
                    hasRecord = records.advance();
                }
                part.accept(table(size, columns));
                rows += size;
            }
            refuseIfCutOff(records);
            if (rows == 0) {
                throw new UnreadableDataset("There is only a header. At least one row below it is accepted.");
            }
            return rows;
        }
    }

    private void add(RecordReader record, ColumnLayout layout, List<TypedColumn> columns, boolean commas) {
        for (int i = layout.found().size(); i < record.size(); i++) {
            if (!record.value(i).isBlank()) {
                throw new UnreadableDataset("Line %d has %d values, but there are %d columns."
                        .formatted(record.line(), record.size(), layout.found().size()));
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            int place = layout.places().get(i);
            String value = place < record.size() ? record.value(place) : "";
            if (!columns.get(i).add(value, commas)) {
                unread.found(record.line(), neededNames.get(i), value.strip());
            }
        }
    }

    private static void refuseIfCutOff(RecordReader records) {
        if (records.isCutOff()) {
            throw new UnreadableDataset("The record that begins in line %d has a quoted value that is never closed."
                    .formatted(records.line()));
        }
    }

    private boolean isComplete(DelimitedText text) throws IOException {
        try (RecordReader records = text.open(MAX_RECORD_CHARACTERS)) {
            return records.advance()
                    && layout(records)
                            .map(ColumnLayout::missing)
                            .filter(List::isEmpty)
                            .isPresent();
        }
    }

    private Optional<ColumnLayout> layout(RecordReader record) {
        return ColumnLayout.of(record.values(), trainedOn, target, neededNames);
    }

    private UnreadableDataset wrongNumberOfColumns(RecordReader record) {
        int trained = trainedOn.columns().size();
        return new UnreadableDataset(("The file has %d columns. The model was trained on %d columns without names, so"
                        + " these %d are accepted in the same order, or %d without '%s'.")
                .formatted(record.size(), trained, trained, trained - 1, target));
    }

    private List<TypedColumn> columns() {
        List<TypedColumn> columns = new ArrayList<>();
        List<String> named = trainedOn.reading().options().missingTokens();
        Set<String> missing = named == null ? Blanks.ALWAYS : Set.copyOf(named);
        for (ColumnSchema column : needed) {
            columns.add(
                    TypedColumn.of(column, trainedOn.booleanWords().getOrDefault(column.name(), List.of()), missing));
        }
        return columns;
    }

    static Table table(int rows, List<TypedColumn> columns) {
        List<Column> inMemory = columns.stream().map(TypedColumn::column).toList();
        return new Table(rows, inMemory);
    }

    private static DelimitedText text(Path csv, TextEncoding encoding, char delimiter, char quote, int notes) {
        return new DelimitedText(csv, new Dialect(delimiter, quote, true, encoding, false), 0, notes);
    }
}
