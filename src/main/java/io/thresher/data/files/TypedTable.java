package io.thresher.data.files;

import io.thresher.data.NumberStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of an upload as a Parquet file: numbers as DOUBLE, all else as VARCHAR, missing values as NULL. */
final class TypedTable {
    private static final String PLAIN_CSV = "auto_detect = false, header = false, delim = ',', quote = '\"',"
            + " escape = '\"', nullstr = '', new_line = '\\n', comment = ''";
    /** Bytes: a longest record of characters that take three bytes each and then some; and four such lines at once. */
    private static final String LIMITS = "max_line_size = 8000000, buffer_size = 32000000";
    /** Columns counted in one query: memory for their hash tables against the cost of a query. */
    private static final int COUNTED_AT_ONCE = 2;

    private static final String NUMERAL = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

    private final TableEngine engine;
    private final Path parquet;
    private final int columns;

    private TypedTable(TableEngine engine, Path parquet, int columns) {
        this.engine = engine;
        this.parquet = parquet;
        this.columns = columns;
    }

    /**
     * Writes the table.
     *
     * @param clean the clean copy
     * @param plans how the columns are stored; the clean copy may have more columns behind these
     * @param cleanColumns number of columns of the clean copy
     * @param parallel whether more than one thread may read; not where values have line breaks, lest one begins to
     *     read inside a value
     */
    static TypedTable write(
            TableEngine engine, Path clean, List<ColumnPlan> plans, int cleanColumns, boolean parallel, Path to) {
        String read = each(
                cleanColumns,
                i -> "'c%d': '%s'"
                        .formatted(i, i < plans.size() && plans.get(i).isPlainNumbers() ? "DOUBLE" : "VARCHAR"));
        String typed = each(
                plans.size(),
                i -> value("c" + i, plans.get(i))
                        + " AS "
                        + TableEngine.name(plans.get(i).name()));
        engine.execute(
                "COPY (SELECT %s FROM read_csv(%s, %s, %s, parallel = %s, columns = {%s})) TO %s (FORMAT parquet)"
                        .formatted(
                                typed,
                                TableEngine.text(clean.toString()),
                                PLAIN_CSV,
                                LIMITS,
                                parallel,
                                read,
                                TableEngine.text(to.toString())));
        return new TypedTable(engine, to, plans.size());
    }

    /**
     * What a column holds.
     *
     * @param filled number of rows with a value
     * @param distinct number of distinct values
     */
    record Count(long filled, long distinct) {}

    /** The counts of every column. */
    List<Count> counts() {
        List<Count> counted = new ArrayList<>();
        String places = each(columns, i -> "c" + i);
        for (int from = 0; from < columns; from += COUNTED_AT_ONCE) {
            int first = from;
            int together = Math.min(COUNTED_AT_ONCE, columns - from);
            String counts = each(together, i -> "count(c%1$d), count(DISTINCT c%1$d)".formatted(first + i));
            String query = "SELECT %s FROM read_parquet(%s) AS stored(%s)"
                    .formatted(counts, TableEngine.text(parquet.toString()), places);
            engine.query(query, rows -> {
                rows.next();
                for (int i = 0; i < together; i++) {
                    counted.add(new Count(rows.getLong(2 * i + 1), rows.getLong(2 * i + 2)));
                }
                return together;
            });
        }
        return counted;
    }

    private static String value(String column, ColumnPlan plan) {
        if (plan.isNumeric()) {
            return number(column, plan);
        }
        if (plan.marks().isEmpty()) {
            return column;
        }
        String marks = plan.marks().stream().map(TableEngine::text).collect(Collectors.joining(", "));
        return "CASE WHEN %1$s IN (%2$s) THEN NULL ELSE %1$s END".formatted(column, marks);
    }

    /** What is no number here is a mark for a missing one; zero is added so that there is no minus zero. */
    private static String number(String column, ColumnPlan plan) {
        if (plan.isPlainNumbers()) {
            return column + " + 0";
        }
        String plain = plain(column, plan.style().orElse(NumberStyle.PLAIN));
        String number = "TRY_CAST(%s AS DOUBLE) + 0".formatted(plain);
        if (plan.override().isEmpty()) {
            return number;
        }
        return "CASE WHEN regexp_full_match(%1$s, '%2$s') AND isfinite(%3$s) THEN %3$s END"
                .formatted(plain, NUMERAL, number);
    }

    private static String plain(String column, NumberStyle style) {
        return switch (style) {
            case PLAIN -> column;
            case DECIMAL_COMMA -> "replace(%s, ',', '.')".formatted(column);
            case GROUPED_BY_COMMA -> "replace(%s, ',', '')".formatted(column);
            case GROUPED_BY_POINT -> "replace(replace(%s, '.', ''), ',', '.')".formatted(column);
            case GROUPED_BY_SPACE ->
                "replace(regexp_replace(%s, '[ \u00a0\u202f]', '', 'g'), ',', '.')".formatted(column);
        };
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(", "));
    }
}
