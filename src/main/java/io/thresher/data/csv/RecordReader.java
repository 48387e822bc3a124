package io.thresher.data.csv;

import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The records of a delimited text, one after the other, as RFC 4180 has them and a little more: any delimiter and
 * quote, line ends of all three kinds even mixed, spaces before an opening quote, quotes inside an unquoted value,
 * letters after a closing quote. Lines that are blank are no records. Records may differ in length.
 */
public final class RecordReader implements AutoCloseable {
    private static final int END = -1;

    private final Reader text;
    private final char delimiter;
    private final char quote;
    private final int maxRecordCharacters;

    private final char[] buffer = new char[1 << 15];
    private int next;
    private int filled;

    private final StringBuilder value = new StringBuilder();
    private final List<String> values = new ArrayList<>();
    private final BitSet quotedValues = new BitSet();
    private long line = 1;
    private long recordLine = 1;
    private long charactersRead;
    private long recordStart;
    private boolean afterCarriageReturn;
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
            recordStart = charactersRead;
            recordLine = line;
            if (peek() == END) {
                return false;
            }
            readRecord();
        } while (isBlank() && !cutOff);
        return !cutOff;
    }

    /** Number of values in the current record. */
    public int size() {
        return values.size();
    }

    /** A value of the current record, without its quotes. */
    public String value(int index) {
        return values.get(index);
    }

    /** The values of the current record, as a copy. */
    public List<String> values() {
        return List.copyOf(values);
    }

    /** Whether that value of the current record stands in quotes, with nothing but spaces after the closing one. */
    public boolean isQuoted(int index) {
        return quotedValues.get(index);
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
        return cutOff ? recordStart : charactersRead;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean isBlank() {
        return values.size() == 1 && !quotedValues.get(0) && values.get(0).isBlank();
    }

    private void readRecord() throws IOException {
        values.clear();
        quotedValues.clear();
        boolean another = true;
        while (another) {
            another = readValue();
        }
    }

    /** Reads one value and what ends it; whether that was a delimiter. */
    private boolean readValue() throws IOException {
        value.setLength(0);
        while (peek() == ' ') {
            value.append((char) take());
        }
        if (peek() == quote) {
            quotedValues.set(values.size());
            value.setLength(0);
            readQuoted();
        }
        int letter = take();
        while (letter != delimiter && letter != '\n' && letter != '\r' && letter != END) {
            if (letter != ' ') {
                quotedValues.clear(values.size());
            }
            value.append((char) letter);
            letter = take();
        }
        if (letter == '\r' && peek() == '\n') {
            take();
        }
        values.add(value.isEmpty() ? "" : value.toString());
        return letter == delimiter;
    }

    private void readQuoted() throws IOException {
        take();
        while (true) {
            int letter = take();
            if (letter == END) {
                cutOff = true;
                return;
            }
            if (letter == quote) {
                if (peek() != quote) {
                    return;
                }
                take();
            }
            value.append((char) letter);
        }
    }

    private int peek() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, text.read(buffer));
        }
        return next == filled ? END : buffer[next];
    }

    private int take() throws IOException {
        int letter = peek();
        if (letter == END) {
            return END;
        }
        next++;
        charactersRead++;
        if (charactersRead - recordStart > maxRecordCharacters) {
            throw new UnreadableDataset(
                    ("The record that begins in line %d is longer than %d characters. Records up to that length are"
                                    + " accepted; if this one should be shorter, a quote is probably not closed.")
                            .formatted(recordLine, maxRecordCharacters));
        }
        if (letter == '\r' || (letter == '\n' && !afterCarriageReturn)) {
            line++;
        }
        afterCarriageReturn = letter == '\r';
        return letter;
    }
}
