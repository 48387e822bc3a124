package io.thresher.data;

import java.util.List;

/** What is to be predicted, one value a row. */
public final class Target {
    private final Task task;
    private final List<String> classes;
    private final double[] values;

    private Target(Task task, List<String> classes, double[] values) {
        this.task = task;
        this.classes = List.copyOf(classes);
        this.values = values;
    }

    /** Classes; {@code labels} (one a row) are indices into {@code classes} and are taken over without copying. */
    public static Target ofClasses(List<String> classes, double[] labels) {
        return new Target(classes.size() == 2 ? Task.BINARY : Task.MULTICLASS, classes, labels);
    }

    /** Finite numbers, one a row, taken over without copying. */
    public static Target ofNumbers(double[] values) {
        return new Target(Task.REGRESSION, List.of(), values);
    }

    public Task task() {
        return task;
    }

    /** The class labels in the order of the predicted probabilities; empty for regression. */
    public List<String> classes() {
        return classes;
    }

    public int rows() {
        return values.length;
    }

    /** The number in {@code row}, or the index of its class. */
    public double value(int row) {
        return values[row];
    }

    /** All values, one a row, as a copy. */
    public double[] values() {
        return values.clone();
    }

    /** The target of only the given rows, in the given order. */
    public Target take(int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return new Target(task, classes, taken);
    }
}
