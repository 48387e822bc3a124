package io.thresher.data.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the plainest CSV there is: UTF-8, commas, quotes only where they are needed. */
final class PlainCsv implements Closeable {
    private static final int REPLACEMENT = 0xfffd;
    /** Bytes that one letter may take, and then some. */
    private static final int MOST_AT_ONCE = 8;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private long flushed;
    private boolean hasLineBreaks;

    PlainCsv(Path file) throws IOException {
        out = Files.newOutputStream(file);
    }

    void delimiter() throws IOException {
        write((byte) ',');
    }

    void endRow() throws IOException {
        write((byte) '\n');
    }

    void value(char[] letters, int from, int to) throws IOException {
        boolean needsQuotes = false;
        for (int at = from; at < to; at++) {
            char letter = letters[at];
            if (letter <= ',') {
                boolean breaksLine = letter == '\n' || letter == '\r';
                hasLineBreaks |= breaksLine;
                needsQuotes |= breaksLine || letter == ',' || letter == '"';
            }
        }
        if (needsQuotes) {
            write((byte) '"');
        }
        for (int at = from; at < to; at++) {
            char letter = letters[at];
            if (letter < 0x80 && letter > 0) {
                if (letter == '"') {
                    write((byte) '"');
                }
                write((byte) letter);
            } else {
                boolean pair = at + 1 < to && Character.isSurrogatePair(letter, letters[at + 1]);
                unusual(pair ? Character.toCodePoint(letter, letters[at + 1]) : letter);
                at += pair ? 1 : 0;
            }
        }
        if (needsQuotes) {
            write((byte) '"');
        }
    }

    /** Whether some value has a line break within. */
    boolean hasLineBreaks() {
        return hasLineBreaks;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    /** A letter of several bytes; NUL and halves of letters are replaced. */
    private void unusual(int found) throws IOException {
        boolean isLetter = found != 0 && (found > 0xffff || !Character.isSurrogate((char) found));
        int letter = isLetter ? found : REPLACEMENT;
        if (buffer.length - filled < MOST_AT_ONCE) {
            flush();
        }
        if (letter < 0x800) {
            buffer[filled++] = (byte) (0xc0 | (letter >> 6));
        } else {
            if (letter < 0x10000) {
                buffer[filled++] = (byte) (0xe0 | (letter >> 12));
            } else {
                buffer[filled++] = (byte) (0xf0 | (letter >> 18));
                buffer[filled++] = (byte) (0x80 | ((letter >> 12) & 0x3f));
            }
            buffer[filled++] = (byte) (0x80 | ((letter >> 6) & 0x3f));
        }
        buffer[filled++] = (byte) (0x80 | (letter & 0x3f));
    }

    private void write(byte letter) throws IOException {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = letter;
    }

    /** Number of bytes written. */
    long bytes() {
        return flushed + filled;
    }

    private void flush() throws IOException {
        flushed += filled;
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
