package io.thresher.data.csv;

import io.thresher.data.Dialect;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.DialectSniffer.Sniffed;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A delimited text file and how it is written.
 *
 * @param file where it lies
 * @param dialect how it is written; whether it has decimal commas is not looked at
 * @param columns the commonest number of values in a record near the beginning
 */
public record DelimitedText(Path file, Dialect dialect, int columns) {
    private static final int SAMPLE_CHARACTERS = 1 << 17;

    /**
     * Finds out how the file is written.
     *
     * @throws UnreadableDataset if it is empty, no text, or has fewer than two columns
     */
    public static DelimitedText recognise(Path file) throws IOException {
        TextEncoding encoding = EncodingDetection.of(file);
        Sniffed found = DialectSniffer.sniff(TextFile.head(file, encoding, SAMPLE_CHARACTERS))
                .orElseThrow(() -> new UnreadableDataset("The file has only one column, or its values are not divided"
                        + " by comma, semicolon, tab or pipe. At least two columns are accepted: one to predict and"
                        + " one to learn from."));
        Dialect dialect = new Dialect(found.delimiter(), found.quote(), found.hasHeader(), encoding, false);
        return new DelimitedText(file, dialect, found.columns());
    }

    /** The file's records from the first, the header too. */
    public RecordReader open(int maxRecordCharacters) throws IOException {
        return new RecordReader(
                TextFile.open(file, dialect.encoding()), dialect.delimiter(), dialect.quote(), maxRecordCharacters);
    }
}
