package io.thresher.data.format;

import io.thresher.data.ReadingOptions;
import io.thresher.data.csv.DelimitedText;
import java.io.IOException;
import java.nio.file.Path;

/** Opens files that are text. */
public final class TextRows {
    private TextRows() {}

    /** Opens. */
    public static RowSource open(Path file, ReadingOptions options, int maxRecordCharacters) throws IOException {
        return DelimitedRows.open(DelimitedText.recognise(file, options), maxRecordCharacters);
    }
}
