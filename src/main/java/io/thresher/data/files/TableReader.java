package io.thresher.data.files;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.WordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads the Parquet file of a dataset into memory. Columns are addressed by their place and not by name, since names
 * that differ in case only are one name to DuckDB.
 */
public final class TableReader {
    private static final int MEMORY_MIB = 512;
    private static final int THREADS = 2;

    private final Path parquet;
    private final DatasetSchema schema;
    private final int rows;

    private final long step;

    private TableReader(Path parquet, DatasetSchema schema) {
        this(parquet, schema, 1);
    }

    private TableReader(Path parquet, DatasetSchema schema, long step) {
        this.parquet = parquet.toAbsolutePath();
        this.schema = schema;
        this.step = step;
        this.rows = Math.toIntExact((schema.rows() + step - 1) / step);
    }

    /**
     * The columns a model can learn from.
     *
     * @throws UncheckedIOException if the file cannot be read or does not fit the schema
     */
    public static Table read(Path parquet, DatasetSchema schema) {
        return read(
                parquet,
                schema,
                schema.features().stream().map(ColumnSchema::name).toList());
    }

    /**
     * The named columns in the given order, of whatever type: numbers in single precision, all else as words.
     *
     * @throws IllegalArgumentException if a name is not in the schema
     * @throws UncheckedIOException if the file cannot be read or does not fit the schema
     */
    public static Table read(Path parquet, DatasetSchema schema, Collection<String> columnNames) {
        TableReader reader = new TableReader(parquet, schema);
        List<String> names = List.copyOf(columnNames);
        List<StoredColumn.Feature> columns = names.stream().map(reader::feature).toList();
        reader.fill(names, columns);
        return reader.table(names, columns);
    }

    /**
     * The named columns of a large table, thinned out: every so many-th row, so that at most {@code mostRows} are read.
     *
     * @throws IllegalArgumentException if a name is not in the schema
     * @throws UncheckedIOException if the file cannot be read or does not fit the schema
     */
    public static Table sample(Path parquet, DatasetSchema schema, Collection<String> columnNames, int mostRows) {
        long step = (schema.rows() + mostRows - 1) / mostRows;
        if (step <= 1) {
            return read(parquet, schema, columnNames);
        }
        TableReader reader = new TableReader(parquet, schema, step);
        List<String> names = List.copyOf(columnNames);
        List<StoredColumn.Feature> columns = names.stream().map(reader::feature).toList();
        reader.fill(names, columns);
        return reader.table(names, columns);
    }

    /**
     * The features and the target, without the rows whose target is missing. Class labels are sorted, as numbers if
     * the target is numeric and by the alphabet otherwise; the task is binary if there are two of them. A number
     * to predict keeps its double precision.
     *
     * @throws IllegalArgumentException if the target is not in the schema, or holds words and the task is regression
     * @throws UncheckedIOException if the file cannot be read or does not fit the schema
     */
    public static Labelled labelled(Path parquet, DatasetSchema schema, String target, Task task) {
        TableReader reader = new TableReader(parquet, schema);
        List<String> names = schema.features().stream()
                .map(ColumnSchema::name)
                .filter(name -> !name.equals(target))
                .toList();
        List<StoredColumn.Feature> features =
                names.stream().map(reader::feature).toList();
        List<String> allNames = new ArrayList<>(names);
        allNames.add(target);
        List<StoredColumn> all = new ArrayList<>(features);
        if (reader.column(target).type().isNumeric()) {
            StoredColumn.Numbers numbers = new StoredColumn.Numbers(reader.rows);
            all.add(numbers);
            reader.fill(allNames, all);
            return reader.labelled(names, features, TargetLabels.ofNumbers(numbers.values, task));
        }
        StoredColumn.Words words = new StoredColumn.Words(reader.rows);
        all.add(words);
        reader.fill(allNames, all);
        return reader.labelled(names, features, TargetLabels.ofWords(words.codes, words.levels, task));
    }

    private Labelled labelled(List<String> names, List<StoredColumn.Feature> features, TargetLabels labels) {
        Table table = table(names, features);
        int[] kept = labels.keptRows();
        Target target = labels.target();
        return new Labelled(kept.length == rows ? table : table.take(kept), target, kept);
    }

    private Table table(List<String> names, List<StoredColumn.Feature> columns) {
        List<Column> inMemory = IntStream.range(0, names.size())
                .mapToObj(i -> known(columns.get(i).column(names.get(i))))
                .toList();
        return new Table(rows, inMemory);
    }

    /** The column with what the schema knows of its words. */
    private Column known(Column column) {
        return column instanceof CategoryColumn words ? words.withKind(WordKind.of(column(words.name()))) : column;
    }

    private StoredColumn.Feature feature(String name) {
        return column(name).type().isNumeric() ? new StoredColumn.Floats(rows) : new StoredColumn.Words(rows);
    }

    private ColumnSchema column(String name) {
        return schema.column(name)
                .orElseThrow(() -> new IllegalArgumentException("the dataset has no column '%s'".formatted(name)));
    }

    private void fill(List<String> names, List<? extends StoredColumn> columns) {
        if (columns.isEmpty()) {
            return;
        }
        Path folder = parquet.getParent() == null ? parquet : parquet.getParent();
        try (TableEngine engine = TableEngine.open(folder, MEMORY_MIB, THREADS)) {
            int read = engine.query(select(names), stored -> fill(columns, stored));
            if (read != rows) {
                throw new UncheckedIOException(
                        new IOException("%s has %d rows, its schema says %d".formatted(parquet, read, rows)));
            }
        }
    }

    private int fill(List<? extends StoredColumn> columns, ResultSet stored) throws SQLException {
        int row = 0;
        while (stored.next()) {
            if (row < rows) {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).read(stored, i + 1, row);
                }
            }
            row++;
        }
        return row;
    }

    private String select(List<String> names) {
        List<String> all = schema.names();
        String selected = names.stream().map(name -> "c" + all.indexOf(name)).collect(Collectors.joining(", "));
        String places = IntStream.range(0, all.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String file = TableEngine.text(parquet.toString());
        return step == 1
                ? "SELECT %s FROM read_parquet(%s) AS stored(%s)".formatted(selected, file, places)
                : "SELECT %s FROM read_parquet(%s, file_row_number = true) AS stored(%s, place) WHERE place %% %d = 0"
                        .formatted(selected, file, places, step);
    }
}
