package io.thresher.data.issue;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.Task;
import java.util.Optional;

/**
 * What is inspected.
 *
 * @param table all columns of the dataset, those no model learns from too, in memory
 * @param schema its schema
 * @param target the column to be predicted
 * @param task what is predicted
 * @param test rows the model is going to be tested on, with the same columns as far as they are known
 */
public record Subject(Table table, DatasetSchema schema, String target, Task task, Optional<Table> test) {

    public Subject {
        if (table.column(target).isEmpty()) {
            throw new IllegalArgumentException("the table has no column '%s' to predict".formatted(target));
        }
    }

    /** A table without rows to test on. */
    public static Subject of(Table table, DatasetSchema schema, String target, Task task) {
        return new Subject(table, schema, target, task, Optional.empty());
    }
}
