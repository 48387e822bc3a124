package io.thresher.data.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of an upload in a table of the engine: numbers as DOUBLE, all else as VARCHAR, missing values as NULL. */
final class TypedTable {
    private static final String PLAIN_CSV = "auto_detect = false, header = false, delim = ',', quote = '\"',"
            + " escape = '\"', nullstr = '', new_line = '\\n', comment = ''";
    /** Bytes: a longest record of characters that take three bytes each and then some; and four such lines at once. */
    private static final String LIMITS = "max_line_size = 8000000, buffer_size = 32000000";
    /** Columns counted in one query: memory for their hash tables against the cost of a query. */
    private static final int COUNTED_AT_ONCE = 4;

    private final TableEngine engine;
    private final int columns;

    private TypedTable(TableEngine engine, int columns) {
        this.engine = engine;
        this.columns = columns;
    }

    /**
     * Loads a clean copy.
     *
     * @param numeric for every column whether it is one of numbers
     * @param parallel whether more than one thread may read; not where values have line breaks, lest one begins to
     *     read inside a value
     */
    static TypedTable load(TableEngine engine, Path file, List<Boolean> numeric, boolean parallel) {
        String words = each(numeric.size(), i -> "'c%d': 'VARCHAR'".formatted(i));
        String typed = each(numeric.size(), i -> numeric.get(i) ? number(i) : "c" + i);
        engine.execute("CREATE TABLE typed AS SELECT %s FROM read_csv(%s, %s, %s, parallel = %s, columns = {%s})"
                .formatted(typed, TableEngine.text(file.toString()), PLAIN_CSV, LIMITS, parallel, words));
        return new TypedTable(engine, numeric.size());
    }

    /** For every column the number of distinct values, missing not counted. */
    List<Long> distinctValues() {
        List<Long> distinct = new ArrayList<>();
        for (int from = 0; from < columns; from += COUNTED_AT_ONCE) {
            int first = from;
            int counted = Math.min(COUNTED_AT_ONCE, columns - from);
            String counts = each(counted, i -> "count(DISTINCT c%d)".formatted(first + i));
            engine.query("SELECT %s FROM typed".formatted(counts), rows -> {
                rows.next();
                for (int i = 1; i <= counted; i++) {
                    distinct.add(rows.getLong(i));
                }
                return counted;
            });
        }
        return distinct;
    }

    /** Writes the rows to a Parquet file in which the columns have these names. */
    void write(List<String> names, Path to) {
        String renamed = each(columns, i -> "c%d AS %s".formatted(i, TableEngine.name(names.get(i))));
        engine.execute("COPY (SELECT %s FROM typed) TO %s (FORMAT parquet)"
                .formatted(renamed, TableEngine.text(to.toString())));
    }

    /** What is no number here is a mark for a missing one; zero is added so that there is no minus zero. */
    private static String number(int column) {
        return "TRY_CAST(replace(c%1$d, ',', '.') AS DOUBLE) + 0 AS c%1$d".formatted(column);
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(", "));
    }
}
