package io.thresher.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns of equal length, in memory, immutable. Only columns a model can learn from or must predict are here. */
public final class Table {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final int rows;

    /**
     * @throws IllegalArgumentException if two columns share a name or differ in length
     */
    public Table(int rows, List<Column> columns) {
        this.rows = rows;
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "column '%s' has %d rows, the table %d".formatted(column.name(), column.rows(), rows));
            }
            if (this.columns.put(column.name(), column) != null) {
                throw new IllegalArgumentException("two columns are called '%s'".formatted(column.name()));
            }
        }
    }

    public int rows() {
        return rows;
    }

    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** The column of that name, or nothing. */
    public Optional<Column> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** The table with only the given rows, in the given order; indices may repeat. */
    public Table take(int[] rows) {
        return new Table(
                rows.length,
                columns.values().stream().map(column -> column.take(rows)).toList());
    }

    /** The table without the column of that name. */
    public Table without(String name) {
        return new Table(
                rows,
                columns.values().stream()
                        .filter(column -> !column.name().equals(name))
                        .toList());
    }
}
