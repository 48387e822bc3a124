package io.thresher.data;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a dataset is made of.
 *
 * @param rows number of rows
 * @param dialect how the uploaded file was written
 * @param columns the columns in the order of the file
 * @param renamedColumns the columns whose name in the file was empty or taken
 * @param booleanWords for every boolean column, by name, its two words as they are written in the file
 * @param reading how the file was read
 */
public record DatasetSchema(
        long rows,
        Dialect dialect,
        List<ColumnSchema> columns,
        List<RenamedColumn> renamedColumns,
        Map<String, List<String>> booleanWords,
        Reading reading) {

    public DatasetSchema {
        reading = Objects.requireNonNullElse(reading, Reading.PLAIN_TEXT);
        columns = List.copyOf(columns);
        renamedColumns = List.copyOf(renamedColumns);
        // In order: the schema is part of the exported file, whose bytes are to be the same in every process.
        booleanWords = Collections.unmodifiableMap(new TreeMap<>(booleanWords));
        Set<String> seen = new HashSet<>();
        for (ColumnSchema column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("two columns are called '%s'".formatted(column.name()));
            }
        }
    }

    /** A schema of a plain CSV that needed no repair. */
    public DatasetSchema(
            long rows,
            Dialect dialect,
            List<ColumnSchema> columns,
            List<RenamedColumn> renamedColumns,
            Map<String, List<String>> booleanWords) {
        this(rows, dialect, columns, renamedColumns, booleanWords, Reading.PLAIN_TEXT);
    }

    /** The column of that name, or nothing. */
    public Optional<ColumnSchema> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The column names in the order of the file. */
    public List<String> names() {
        return columns.stream().map(ColumnSchema::name).toList();
    }

    /** The columns a model can learn from, in the order of the file. */
    public List<ColumnSchema> features() {
        return columns.stream().filter(column -> column.type().isFeature()).toList();
    }

    /** Whether the file calls more than one column by that name, so that the name alone does not tell which is meant. */
    public boolean isAmbiguous(String name) {
        return renamedColumns.stream().anyMatch(column -> column.originalName().equals(name));
    }
}
