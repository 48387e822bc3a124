package io.thresher.server.web;

import io.thresher.data.ColumnSchema;
import io.thresher.data.Task;
import io.thresher.data.TaskProposal;
import io.thresher.trial.Objective;

/**
 * A column in words.
 *
 * @param feature whether a model can learn from it
 * @param ordered whether it is of numbers
 * @param missingShare in percent, for a bar
 * @param task proposed if it is what to predict
 * @param metric of that task
 */
record ColumnView(
        String name,
        String type,
        boolean feature,
        boolean ordered,
        String missingPercent,
        String missingShare,
        String distinct,
        String task,
        String metric) {

    static ColumnView of(ColumnSchema column, long rows) {
        double missing = rows == 0 ? 0 : (double) column.missing() / rows;
        Task task = TaskProposal.of(column, rows);
        return new ColumnView(
                column.name(),
                column.type().word(),
                column.type().isFeature(),
                column.type().isNumeric(),
                Figures.percent(missing),
                Figures.fixed(missing * 100, 1),
                Figures.count(column.distinct()),
                task.word(),
                Objective.of(task).metric().word());
    }
}
