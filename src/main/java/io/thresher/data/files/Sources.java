package io.thresher.data.files;

import io.thresher.data.ReadingOptions;
import io.thresher.data.format.RowSource;
import io.thresher.data.format.TextRows;
import java.io.IOException;
import java.nio.file.Path;

/** The reader for a file. */
final class Sources {
    private Sources() {}

    static RowSource open(Path file, ReadingOptions options, TableEngine engine, IngestLimits limits)
            throws IOException {
        return TextRows.open(file, options, limits.maxRecordCharacters());
    }
}
