package io.thresher.data.format;

import io.thresher.data.UnreadableDataset;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a text, none of them longer than a limit. */
final class BoundedLines implements Closeable {
    private final BufferedReader text;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean afterCarriageReturn;

    BoundedLines(Reader text, int longest) {
        this.text = new BufferedReader(text, 1 << 16);
        this.longest = longest;
    }

    /**
     * The next line, or nothing at the end.
     *
     * @throws UnreadableDataset if it is too long
     */
    Optional<String> next() throws IOException {
        line.setLength(0);
        int letter = text.read();
        if (letter == '\n' && afterCarriageReturn) {
            letter = text.read();
        }
        if (letter < 0) {
            return Optional.empty();
        }
        number++;
        while (letter >= 0 && letter != '\n' && letter != '\r') {
            line.append((char) letter);
            if (line.length() > longest) {
                throw new UnreadableDataset(
                        "Line %d is longer than %d characters. Lines up to that length are accepted."
                                .formatted(number, longest));
            }
            letter = text.read();
        }
        afterCarriageReturn = letter == '\r';
        return Optional.of(line.toString());
    }

    /** The number of the line last read, from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
