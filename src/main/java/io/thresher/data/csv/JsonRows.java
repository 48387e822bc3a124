package io.thresher.data.csv;

import io.thresher.data.MissingColumns;
import io.thresher.data.Table;
import io.thresher.data.UnreadableDataset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows given as values by column name, as JSON has them. */
final class JsonRows {
    private final List<? extends Map<String, ?>> rows;

    JsonRows(List<? extends Map<String, ?>> rows) {
        this.rows = rows;
    }

    /** The values of the columns called {@code names}, added to {@code columns}. */
    Table read(List<String> names, List<TypedColumn> columns) {
        if (rows.isEmpty()) {
            throw new UnreadableDataset("There are no rows. At least one is accepted.");
        }
        Set<String> found = new TreeSet<>();
        rows.forEach(row -> found.addAll(row.keySet()));
        List<String> missing =
                names.stream().filter(name -> !found.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new MissingColumns(missing, List.copyOf(found));
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < names.size(); i++) {
                add(rows.get(row).get(names.get(i)), columns.get(i), row, names.get(i));
            }
        }
        return PredictionInput.table(rows.size(), columns);
    }

    private static void add(@Nullable Object value, TypedColumn column, int row, String name) {
        if (value == null) {
            column.add("", false);
        } else if (value instanceof Number number) {
            column.add(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            column.add(truth);
        } else if (value instanceof String word) {
            column.add(word, false);
        } else {
            throw new UnreadableDataset(
                    "Row %d, column '%s': a list or an object. A word, a number, true, false or null is accepted."
                            .formatted(row + 1, name));
        }
    }
}
