package io.thresher.data.csv;

import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * The records of a delimited text, one after the other, as RFC 4180 has them and a little more: any delimiter and
 * quote, line ends of all three kinds even mixed, spaces before an opening quote, quotes inside an unquoted value,
 * letters after a closing quote. Lines that are blank are no records. Records may differ in length.
 */
public final class RecordReader implements AutoCloseable {
    private final Reader text;
    private final char delimiter;
    private final char quote;
    private final int maxRecordCharacters;

    private final char[] buffer = new char[1 << 15];
    private int next;
    private int filled;
    private long charactersBefore;

    private final RowBuffer row = new RowBuffer();
    private long line = 1;
    private long recordLine = 1;
    private long recordStart;
    private boolean cutOff;

    /** Reads {@code text}, which {@link #close()} closes. */
    public RecordReader(Reader text, char delimiter, char quote, int maxRecordCharacters) {
        this.text = text;
        this.delimiter = delimiter;
        this.quote = quote;
        this.maxRecordCharacters = maxRecordCharacters;
    }

    /**
     * Moves on to the next record.
     *
     * @return false if there is none, also where the text ends within quotes: see {@link #isCutOff()}
     * @throws UnreadableDataset if the record is longer than {@code maxRecordCharacters}
     */
    public boolean advance() throws IOException {
        do {
            recordStart = position();
            recordLine = line;
            if (isAtEnd()) {
                return false;
            }
            readRecord();
        } while (isBlankLine() && !cutOff);
        return !cutOff;
    }

    /** The current record; the next one is read into the same. */
    public RowBuffer row() {
        return row;
    }

    /** Number of values in the current record. */
    public int size() {
        return row.size();
    }

    /** A value of the current record, without its quotes. */
    public String value(int index) {
        return row.value(index);
    }

    /** The values of the current record, as a copy. */
    public List<String> values() {
        return row.values();
    }

    /** Whether that value of the current record stands in quotes, with nothing but spaces after the closing one. */
    public boolean isQuoted(int index) {
        return row.isQuoted(index);
    }

    /** The line in which the current record begins; the first is 1. */
    public long line() {
        return recordLine;
    }

    /** Whether the text ended inside a quoted value, which begins in the record at {@link #line()}. */
    public boolean isCutOff() {
        return cutOff;
    }

    /** Number of characters up to the end of the last whole record. */
    public long charactersRead() {
        return cutOff ? recordStart : position();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean isBlankLine() {
        return row.size() == 1 && !row.isQuoted(0) && row.isBlank(0);
    }

    private void readRecord() throws IOException {
        row.clear();
        boolean another = true;
        while (another) {
            another = readValue();
        }
    }

    /** Reads one value and what ends it; whether that was a delimiter. */
    private boolean readValue() throws IOException {
        while (!isAtEnd() && buffer[next] == ' ') {
            row.append(' ');
            next++;
        }
        if (!isAtEnd() && buffer[next] == quote) {
            next++;
            row.beginQuoted();
            readQuoted();
        }
        while (!isAtEnd()) {
            int at = next;
            while (at < filled && !endsValue(buffer[at])) {
                at++;
            }
            addUnquoted(at);
            if (at < filled) {
                row.endValue();
                return endValue(buffer[next++]);
            }
        }
        row.endValue();
        return false;
    }

    private boolean endsValue(char letter) {
        return letter == delimiter || letter == '\n' || letter == '\r';
    }

    private void addUnquoted(int end) {
        if (row.isQuoted(row.size())) {
            for (int i = next; i < end; i++) {
                if (buffer[i] != ' ') {
                    row.notQuoted();
                }
            }
        }
        row.append(buffer, next, end);
        next = end;
        refuseTooLong();
    }

    /** Takes note of what ended a value; whether another follows in the record. */
    private boolean endValue(char letter) throws IOException {
        if (letter == delimiter) {
            return true;
        }
        line++;
        if (letter == '\r' && !isAtEnd() && buffer[next] == '\n') {
            next++;
        }
        return false;
    }

    private void readQuoted() throws IOException {
        boolean afterCarriageReturn = false;
        while (!isAtEnd()) {
            int at = next;
            while (at < filled && buffer[at] != quote) {
                char letter = buffer[at++];
                if (letter == '\r' || (letter == '\n' && !afterCarriageReturn)) {
                    line++;
                }
                afterCarriageReturn = letter == '\r';
            }
            row.append(buffer, next, at);
            next = at;
            refuseTooLong();
            if (at < filled) {
                next++;
                afterCarriageReturn = false;
                if (isAtEnd() || buffer[next] != quote) {
                    return;
                }
                next++;
                row.append(quote);
            }
        }
        cutOff = true;
    }

    private boolean isAtEnd() throws IOException {
        if (next < filled) {
            return false;
        }
        charactersBefore += filled;
        next = 0;
        filled = Math.max(0, text.read(buffer));
        return filled == 0;
    }

    private long position() {
        return charactersBefore + next;
    }

    private void refuseTooLong() {
        if (position() - recordStart > maxRecordCharacters) {
            throw new UnreadableDataset(
                    ("The record that begins in line %d is longer than %d characters. Records up to that length are"
                                    + " accepted; if this one should be shorter, a quote is probably not closed.")
                            .formatted(recordLine, maxRecordCharacters));
        }
    }
}
