package io.thresher.data.format;

import io.thresher.data.FileFormat;
import io.thresher.data.ReadingOptions;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.DelimitedText;
import io.thresher.data.csv.EncodingDetection;
import io.thresher.data.csv.TextFile;
import java.io.IOException;
import java.nio.file.Path;

/** Files that are text as rows: delimited text, JSON, ARFF. */
public final class TextRows {
    private static final int SAMPLE_CHARACTERS = 1 << 17;

    private TextRows() {}

    /**
     * Opens a file, in the format the user names or that its beginning shows.
     *
     * @param maxColumns most columns that are of interest
     * @param maxRecordCharacters longest row
     * @throws UnreadableDataset if it is no text, or no table
     */
    public static RowSource open(Path file, ReadingOptions options, int maxColumns, int maxRecordCharacters)
            throws IOException {
        TextEncoding found = EncodingDetection.of(file);
        TextEncoding encoding = options.textEncoding().orElse(found);
        String beginning = TextFile.beginning(file, encoding, SAMPLE_CHARACTERS);
        FileFormat format = options.fileFormat().orElseGet(() -> format(beginning));
        return switch (format) {
            case JSON, JSON_LINES ->
                JsonTable.open(
                        file,
                        encoding,
                        beginning.stripLeading().startsWith("[") ? FileFormat.JSON : FileFormat.JSON_LINES,
                        maxColumns,
                        maxRecordCharacters);
            case ARFF -> ArffRows.open(file, encoding, maxColumns, maxRecordCharacters);
            case DELIMITED ->
                DelimitedRows.open(DelimitedText.recognise(file, encoding, beginning, options), maxRecordCharacters);
            case PARQUET ->
                throw new UnreadableDataset(
                        "Option 'format' is 'parquet', but the file does not begin as a Parquet file does.");
        };
    }

    private static FileFormat format(String beginning) {
        if (TextFile.isJson(beginning)) {
            return beginning.stripLeading().startsWith("[") ? FileFormat.JSON : FileFormat.JSON_LINES;
        }
        return ArffRows.begins(beginning) ? FileFormat.ARFF : FileFormat.DELIMITED;
    }
}
