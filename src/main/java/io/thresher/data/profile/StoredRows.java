package io.thresher.data.profile;

import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.files.TableEngine;
import io.thresher.data.files.TableEngine.RowsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a Parquet file as a relation {@code t} with columns {@code c0, c1, …}, addressed by place and not by name,
 * and {@code r}, the row's number from 0. A number that is not finite is missing.
 */
final class StoredRows implements AutoCloseable {
    private static final int MEMORY_MIB = 512;
    private static final int THREADS = 2;
    /** Up to so many cells are copied out of the file, since the file's own directory is slow to read when it is wide. */
    private static final long COPIED_CELLS = 30_000_000;

    private final TableEngine engine;
    private final DatasetSchema schema;

    private StoredRows(TableEngine engine, DatasetSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /**
     * Opens a file.
     *
     * @throws UncheckedIOException if it cannot be read or does not fit the schema
     */
    static StoredRows open(Path parquet, DatasetSchema schema) {
        Path file = parquet.toAbsolutePath();
        Path folder = file.getParent() == null ? file : file.getParent();
        TableEngine engine = TableEngine.open(folder, MEMORY_MIB, THREADS);
        try {
            StoredRows rows = new StoredRows(engine, schema);
            rows.load(file);
            return rows;
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private void load(Path file) {
        List<ColumnSchema> columns = schema.columns();
        int width = columns.size();
        boolean copied = schema.rows() <= COPIED_CELLS / Math.max(1, width);
        String values = each(
                IntStream.range(0, width).boxed().toList(),
                i -> columns.get(i).type().isNumeric()
                        ? "CASE WHEN isfinite(c%1$d) THEN c%1$d END AS c%1$d".formatted(i)
                        : "c" + i);
        String places = each(IntStream.range(0, width).boxed().toList(), i -> "c" + i);
        engine.execute("CREATE %s t AS SELECT row_number() OVER () - 1 AS r, %s FROM read_parquet(%s) AS stored(%s)"
                .formatted(copied ? "TABLE" : "VIEW", values, TableEngine.text(file.toString()), places));
        long found = query("SELECT count(*) FROM t", StoredRows::number);
        if (found != schema.rows()) {
            throw new UncheckedIOException(
                    new IOException("%s has %d rows, its schema says %d".formatted(file, found, schema.rows())));
        }
    }

    DatasetSchema schema() {
        return schema;
    }

    /** The places, from 0, of the columns whose schema is as wanted. */
    List<Integer> places(IntPredicate wanted) {
        return IntStream.range(0, schema.columns().size())
                .filter(wanted)
                .boxed()
                .toList();
    }

    <T> T query(String sql, RowsReader<T> reader) {
        return engine.query(sql, reader);
    }

    /** What becomes of the values that belong to one column; the first of them stands at {@code first}, from 1. */
    @FunctionalInterface
    interface ColumnReader {
        void read(int place, ResultSet row, int first) throws SQLException;
    }

    /**
     * Computes aggregates of columns, some columns in one query.
     *
     * @param places of the columns
     * @param atOnce columns in one query
     * @param width number of aggregates a column
     * @param aggregates for a place its aggregates, divided by commas
     */
    void aggregate(List<Integer> places, int atOnce, int width, IntFunction<String> aggregates, ColumnReader reader) {
        for (int from = 0; from < places.size(); from += atOnce) {
            List<Integer> chunk = places.subList(from, Math.min(places.size(), from + atOnce));
            query("SELECT %s FROM t".formatted(each(chunk, aggregates)), row -> {
                row.next();
                for (int i = 0; i < chunk.size(); i++) {
                    reader.read(chunk.get(i), row, 1 + i * width);
                }
                return chunk.size();
            });
        }
    }

    /** The only value of the only row. */
    static long number(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }

    static String each(List<Integer> places, IntFunction<String> part) {
        return places.stream().map(part::apply).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        engine.close();
    }
}
