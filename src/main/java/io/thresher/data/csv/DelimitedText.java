package io.thresher.data.csv;

import io.thresher.data.Dialect;
import io.thresher.data.ReadingOptions;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.DialectSniffer.Sniffed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A delimited text file and how it is written.
 *
 * @param file where it lies
 * @param dialect how it is written; whether it has decimal commas is not looked at
 * @param columns the commonest number of values in a record near the beginning
 * @param notes number of records before the header or the first row that are no part of the table: a title, comments
 */
public record DelimitedText(Path file, Dialect dialect, int columns, int notes) {
    static final int SAMPLE_CHARACTERS = 1 << 17;

    /**
     * Finds out how the file is written.
     *
     * @throws UnreadableDataset if it is empty, no text, or has fewer than two columns
     */
    public static DelimitedText recognise(Path file) throws IOException {
        return recognise(file, ReadingOptions.NONE);
    }

    /**
     * Finds out how the file is written, as far as {@code options} do not tell.
     *
     * @throws UnreadableDataset if it is empty, no text, or has fewer than two columns
     */
    public static DelimitedText recognise(Path file, ReadingOptions options) throws IOException {
        TextEncoding found = EncodingDetection.of(file);
        TextEncoding encoding = options.textEncoding().orElse(found);
        return recognise(file, encoding, TextFile.head(file, encoding, SAMPLE_CHARACTERS), options);
    }

    /**
     * Finds out how a text of known encoding is written, as far as {@code options} do not tell.
     *
     * @param beginning the first lines of the file
     * @throws UnreadableDataset if it has fewer than two columns
     */
    public static DelimitedText recognise(Path file, TextEncoding encoding, String beginning, ReadingOptions options) {
        Sniffed sniffed = DialectSniffer.sniff(beginning, options.delimiterLetter(), options.quoteLetter())
                .orElseThrow(() -> new UnreadableDataset("The file has only one column, or its values are not divided"
                        + " by %s. At least two columns are accepted: one to predict and one to learn from."
                                .formatted(options.delimiterLetter()
                                        .map(letter -> "'" + letter + "'")
                                        .orElse("comma, semicolon, tab or pipe"))));
        boolean hasHeader = Objects.requireNonNullElse(options.hasHeader(), sniffed.hasHeader());
        Dialect dialect = new Dialect(sniffed.delimiter(), sniffed.quote(), hasHeader, encoding, false);
        return new DelimitedText(file, dialect, sniffed.columns(), sniffed.notes());
    }

    /** The file's records from the header on, or from the first row if there is none. */
    public RecordReader open(int maxRecordCharacters) throws IOException {
        RecordReader records = new RecordReader(
                TextFile.open(file, dialect.encoding()), dialect.delimiter(), dialect.quote(), maxRecordCharacters);
        for (int i = 0; i < notes; i++) {
            records.advance();
        }
        return records;
    }
}
