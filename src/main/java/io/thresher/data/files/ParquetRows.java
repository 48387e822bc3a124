package io.thresher.data.files;

import io.thresher.data.FileFormat;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.ColumnNames;
import io.thresher.data.csv.RowBuffer;
import io.thresher.data.files.ParquetColumn.Kind;
import io.thresher.data.format.Declared;
import io.thresher.data.format.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Parquet file as rows of values as a text would have them. Dates and times come out in ISO form, UTC. */
final class ParquetRows implements RowSource {
    private static final int MOST_NAMED = 5;

    private final List<ParquetColumn> columns;
    private final ColumnNames names;
    private final TableEngine.Cursor rows;
    private final RowBuffer row = new RowBuffer();
    private long line;

    private ParquetRows(List<ParquetColumn> columns, TableEngine.Cursor rows) {
        this.columns = columns;
        this.names =
                ColumnNames.ofHeader(columns.stream().map(ParquetColumn::name).toList());
        this.rows = rows;
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableDataset if it is damaged, or has columns of lists or structures
     */
    static RowSource open(Path file, TableEngine engine, int maxColumns) {
        String from = "read_parquet(%s, binary_as_string = true, hive_partitioning = false)"
                .formatted(TableEngine.text(file.toAbsolutePath().toString()));
        try {
            List<ParquetColumn> columns = columns(from, engine);
            refuseOtherThanPlainValues(columns);
            if (columns.size() > maxColumns) {
                throw new UnreadableDataset(
                        "The file has %d columns. At most %d are accepted.".formatted(columns.size(), maxColumns));
            }
            String places =
                    IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
            String stored = "%s AS stored(%s)".formatted(from, places);
            String selected = IntStream.range(0, columns.size())
                    .mapToObj(i -> columns.get(i).text("c" + i, engine, stored))
                    .collect(Collectors.joining(", "));
            return new ParquetRows(columns, engine.cursor("SELECT %s FROM %s".formatted(selected, stored)));
        } catch (UncheckedIOException e) {
            throw damaged(e);
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.PARQUET;
    }

    @Override
    public ColumnNames names() {
        return names;
    }

    @Override
    public Declared declared(int column) {
        return columns.get(column).kind() == Kind.NUMBER ? Declared.NOTHING : Declared.WORDS;
    }

    @Override
    public boolean advance() throws IOException {
        try {
            if (!rows.next()) {
                return false;
            }
            line++;
            row.clear();
            for (int i = 0; i < columns.size(); i++) {
                row.add(rows.text(i + 1));
            }
            return true;
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    @Override
    public RowBuffer row() {
        return row;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() {
        rows.close();
    }

    private static List<ParquetColumn> columns(String from, TableEngine engine) {
        List<ParquetColumn> columns = new ArrayList<>();
        engine.query("DESCRIBE SELECT * FROM " + from, found -> {
            while (found.next()) {
                columns.add(ParquetColumn.of(found.getString(1), found.getString(2)));
            }
            return columns;
        });
        return columns;
    }

    private static void refuseOtherThanPlainValues(List<ParquetColumn> columns) {
        List<String> others = columns.stream()
                .filter(column -> column.kind() == Kind.OTHER)
                .map(column -> "'%s' (%s)".formatted(column.name(), column.shownType()))
                .toList();
        if (!others.isEmpty()) {
            String more = others.size() > MOST_NAMED ? " and %d more".formatted(others.size() - MOST_NAMED) : "";
            throw new UnreadableDataset(
                    "The Parquet file has columns that hold no plain values: %s%s. Numbers, words, yes and"
                                    .formatted(
                                            others.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")), more)
                            + " no, dates and times are accepted.");
        }
    }

    private static UnreadableDataset damaged(Exception cause) {
        UnreadableDataset damaged =
                new UnreadableDataset("The Parquet file is damaged or cut off. A whole one is accepted.");
        damaged.initCause(cause);
        return damaged;
    }
}
