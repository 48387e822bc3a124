package io.thresher.data.files;

import io.thresher.data.ReadingOptions;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.format.RowSource;
import io.thresher.data.format.TextRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The reader for a file, and whether what the user says fits the file. */
final class Sources {
    private static final byte[] PARQUET_START = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_SHOWN = 10;

    private Sources() {}

    /**
     * Opens a file.
     *
     * @throws UnreadableDataset if it is no table, or if the options are wrong; then all that is wrong with them is told
     */
    static RowSource open(Path file, ReadingOptions options, TableEngine engine, IngestLimits limits)
            throws IOException {
        List<String> faults = new ArrayList<>(options.faults());
        RowSource source;
        try {
            source = openAs(file, options.withoutFaults(), engine, limits);
        } catch (UnreadableDataset e) {
            faults.addAll(e.faults());
            throw faults.size() == e.faults().size() ? e : new UnreadableDataset(faults);
        }
        List<String> names = source.names().names();
        options.columnTypes().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add(
                        "Option 'columnTypes' names a column '%s' that the file does not have. Its".formatted(name)
                                + " columns are %s.".formatted(shown(names))));
        if (!faults.isEmpty()) {
            source.close();
            throw new UnreadableDataset(faults);
        }
        return source;
    }

    private static RowSource openAs(Path file, ReadingOptions options, TableEngine engine, IngestLimits limits)
            throws IOException {
        boolean parquet;
        try (InputStream in = Files.newInputStream(file)) {
            parquet = Arrays.equals(in.readNBytes(PARQUET_START.length), PARQUET_START);
        }
        return parquet
                ? ParquetRows.open(file, engine, limits.maxColumns())
                : TextRows.open(file, options, limits.maxColumns(), limits.maxRecordCharacters());
    }

    private static String shown(List<String> names) {
        String first =
                names.stream().limit(MOST_SHOWN).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return names.size() <= MOST_SHOWN ? first : first + " and %d more".formatted(names.size() - MOST_SHOWN);
    }
}
