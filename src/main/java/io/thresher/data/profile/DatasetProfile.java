package io.thresher.data.profile;

import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a dataset looks like.
 *
 * @param rows number of rows
 * @param completeRows rows in which nothing is missing
 * @param duplicateRows rows that are alike in every column to one before them, as told by a hash of 64 bits
 * @param memoryBytes about what the columns take in memory: four bytes a number or word, and each distinct word once
 * @param columns one a column, in the order of the file
 * @param correlations which columns go together
 * @param missingness which values are missing together
 */
public record DatasetProfile(
        long rows,
        long completeRows,
        long duplicateRows,
        long memoryBytes,
        List<ColumnProfile> columns,
        Correlations correlations,
        Missingness missingness) {

    public DatasetProfile {
        columns = List.copyOf(columns);
    }

    /**
     * Looks at all rows of a dataset, in few passes and without holding them.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read or does not fit the schema
     */
    public static DatasetProfile of(Path parquet, DatasetSchema schema) {
        try (StoredRows rows = StoredRows.open(parquet, schema)) {
            long[] missing = missing(rows);
            List<ColumnProfile> columns = columns(rows, missing);
            MissingRows.Found found = MissingRows.of(rows, missing);
            return new DatasetProfile(
                    schema.rows(),
                    found.complete(),
                    DuplicateRows.count(rows),
                    columns.stream()
                            .mapToLong(column -> memory(column, schema.rows()))
                            .sum(),
                    columns,
                    new ColumnPairs(rows).all(),
                    found.missingness());
        }
    }

    /**
     * How one column goes together with each other, strongest first, as a sample of the rows shows it; of a wide dataset
     * this finds pairs that {@link #correlations()} does not have. Empty if the column holds neither numbers nor a
     * limited set of words.
     *
     * @throws IllegalArgumentException if there is no column of that name
     * @throws java.io.UncheckedIOException if the file cannot be read or does not fit the schema
     */
    public static List<CorrelatedPair> pairsOf(Path parquet, DatasetSchema schema, String column) {
        int place = schema.names().indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("the dataset has no column '%s'".formatted(column));
        }
        try (StoredRows rows = StoredRows.open(parquet, schema)) {
            return new ColumnPairs(rows).of(place);
        }
    }

    /** The column of that name, or nothing. */
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private static long[] missing(StoredRows rows) {
        long[] missing = new long[rows.schema().columns().size()];
        List<Integer> places = rows.places(place -> true);
        rows.aggregate(places, 500, 1, "count(*) - count(c%d)"::formatted, (place, row, first) -> {
            missing[place] = row.getLong(first);
        });
        return missing;
    }

    private static List<ColumnProfile> columns(StoredRows rows, long[] missing) {
        Map<Integer, NumberProfile> numbers = NumberScan.of(rows);
        Map<Integer, WordProfile> words = WordScan.of(rows);
        Map<Integer, DateRange> dates = DateScan.of(rows);
        Map<Integer, List<String>> examples = ExampleValues.of(rows);
        double all = rows.schema().rows();
        return IntStream.range(0, missing.length)
                .mapToObj(place -> {
                    ColumnSchema column = rows.schema().columns().get(place);
                    return new ColumnProfile(
                            column.name(),
                            column.type(),
                            missing[place],
                            all == 0 ? 0 : missing[place] / all,
                            column.distinct(),
                            Optional.ofNullable(numbers.get(place)),
                            Optional.ofNullable(words.get(place)),
                            Optional.ofNullable(dates.get(place)),
                            examples.getOrDefault(place, List.of()));
                })
                .toList();
    }

    private static long memory(ColumnProfile column, long rows) {
        return 4 * rows
                + column.words().map(words -> words(column.distinct(), words)).orElse(0L);
    }

    /** What Java takes for a word beside its letters. */
    private static long words(long distinct, WordProfile words) {
        return Math.round(distinct * (56 + words.meanLength()));
    }
}
