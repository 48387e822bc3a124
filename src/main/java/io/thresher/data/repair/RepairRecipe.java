package io.thresher.data.repair;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps that repair a table, in order. They hold constants only: nothing is learned when they are done, so no row that
 * judges a model leaks into it.
 *
 * @param steps what is done, first to last
 */
public record RepairRecipe(List<RepairStep> steps) {
    /** Nothing is repaired. */
    public static final RepairRecipe NONE = new RepairRecipe(List.of());

    public RepairRecipe {
        steps = List.copyOf(steps);
    }

    /** The columns that go into a model as it takes them: without those left out, numbers that are names as words. */
    public Table inputs(Table table) {
        Set<String> dropped = only(RepairStep.DropColumn.class).stream()
                .map(RepairStep.DropColumn::column)
                .collect(Collectors.toSet());
        Set<String> names = only(RepairStep.ReadAsCategory.class).stream()
                .map(RepairStep.ReadAsCategory::column)
                .collect(Collectors.toSet());
        if (dropped.isEmpty() && names.isEmpty()) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!dropped.contains(column.name())) {
                boolean read = names.contains(column.name()) && column instanceof NumberColumn;
                columns.add(read ? CategoryColumn.ofNumbers((NumberColumn) column) : column);
            }
        }
        return new Table(table.rows(), columns);
    }

    /** Does the steps on values to {@link #inputs}: the first thing a model does with every row. */
    public Table apply(Table inputs) {
        if (valueSteps().isEmpty()) {
            return inputs;
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : inputs.columns()) {
            columns.add(ColumnRepair.of(this, column.name()).apply(column));
        }
        return new Table(inputs.rows(), columns);
    }

    /** Of the rows to train on those that the steps on rows leave, in the same order. */
    public int[] learnable(Table features, Target target, int[] trainingRows) {
        int[] rows = trainingRows;
        for (RepairStep step : steps) {
            if (step instanceof RepairStep.DropDuplicateRows) {
                rows = new RowTwins(features, target).firsts(rows);
            } else if (step instanceof RepairStep.DropConflictingRows) {
                rows = new RowTwins(features, target).agreeing(rows);
            }
        }
        return rows;
    }

    /** Whether there are steps on values. */
    public boolean changesValues() {
        return !valueSteps().isEmpty();
    }

    /** The steps on the values of a column, first to last. */
    public List<RepairStep> valueSteps(String column) {
        return valueSteps().stream()
                .filter(step -> step.onColumn().filter(column::equals).isPresent())
                .toList();
    }

    private List<RepairStep> valueSteps() {
        return steps.stream()
                .filter(step -> step instanceof RepairStep.ValuesToMissing
                        || step instanceof RepairStep.MergeSpellings
                        || step instanceof RepairStep.ClipNumbers)
                .toList();
    }

    private <S extends RepairStep> List<S> only(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
