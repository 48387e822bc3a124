package io.thresher.data.format;

import io.thresher.data.Dialect;
import io.thresher.data.FileFormat;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.ColumnNames;
import io.thresher.data.csv.DelimitedText;
import io.thresher.data.csv.RecordReader;
import io.thresher.data.csv.RowBuffer;
import java.io.IOException;

/** Delimited text as rows. */
final class DelimitedRows implements RowSource {
    private final DelimitedText text;
    private final RecordReader records;
    private final ColumnNames names;
    private final long linesBefore;
    private boolean holdsFirstRow;

    private DelimitedRows(DelimitedText text, RecordReader records) throws IOException {
        this.text = text;
        this.records = records;
        boolean hasRecord = records.advance();
        boolean hasHeader = text.dialect().hasHeader() && hasRecord;
        this.linesBefore = text.notes() == 0 ? 0 : records.line() - 1;
        this.names = hasHeader ? ColumnNames.ofHeader(records.values()) : ColumnNames.numbered(text.columns());
        this.holdsFirstRow = hasRecord && !hasHeader;
    }

    static RowSource open(DelimitedText text, int maxRecordCharacters) throws IOException {
        RecordReader records = text.open(maxRecordCharacters);
        try {
            return new DelimitedRows(text, records);
        } catch (IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.DELIMITED;
    }

    @Override
    public ColumnNames names() {
        return names;
    }

    @Override
    public Dialect dialect() {
        return text.dialect();
    }

    @Override
    public long linesBefore() {
        return linesBefore;
    }

    @Override
    public boolean advance() throws IOException {
        if (holdsFirstRow) {
            holdsFirstRow = false;
            return true;
        }
        if (records.advance()) {
            return true;
        }
        if (records.isCutOff()) {
            throw new UnreadableDataset(
                    "The record that begins in line %d has a quoted value that is never closed. Every"
                                    .formatted(records.line())
                            + " quote that is opened must be closed.");
        }
        return false;
    }

    @Override
    public RowBuffer row() {
        return records.row();
    }

    @Override
    public long line() {
        return records.line();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
