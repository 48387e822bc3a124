package io.thresher.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a column can be learned as a task: everything that speaks against it, at once. */
public final class TargetCheck {
    private static final int MOST_CLASSES = 100;
    private static final int MOST_SHOWN = 10;

    private final DatasetSchema schema;
    private final List<Fault> faults = new ArrayList<>();

    private TargetCheck(DatasetSchema schema) {
        this.schema = schema;
    }

    /**
     * What can be told without reading the rows.
     *
     * @param folds number of folds in which the rows will be dealt out
     * @return the faults, none if the job can run as far as this tells
     */
    public static List<Fault> ofSchema(DatasetSchema schema, String target, Task task, int folds) {
        TargetCheck check = new TargetCheck(schema);
        schema.column(target).ifPresentOrElse(column -> check.check(column, task, folds), () -> check.notFound(target));
        return List.copyOf(check.faults);
    }

    /** What only the rows can tell: classes that are too rare to be learned and checked. */
    public static List<Fault> ofRows(Target target) {
        int[] rowsOfClass = new int[target.classes().size()];
        for (int row = 0; row < target.rows() && rowsOfClass.length > 0; row++) {
            rowsOfClass[(int) target.value(row)]++;
        }
        List<Fault> faults = new ArrayList<>();
        for (int label = 0; label < rowsOfClass.length; label++) {
            if (rowsOfClass[label] == 1) {
                faults.add(new Fault(
                        "target",
                        "The class '%s' has one row. At least two rows a class are accepted, one to learn from and one to check."
                                .formatted(target.classes().get(label))));
            }
        }
        return faults;
    }

    private void check(ColumnSchema target, Task task, int folds) {
        String name = target.name();
        if (schema.isAmbiguous(name)) {
            fault(
                    "target",
                    ("The file has more than one column called '%s'. A column with a name of its own is accepted:"
                                    + " rename it in the file, or name one of %s.")
                            .formatted(name, othersCalled(name)));
        }
        if (schema.features().stream().allMatch(column -> column.name().equals(name))) {
            fault(
                    "dataset",
                    ("Beside '%s' there is no column to learn from: the others are identifiers or the same in every"
                                    + " row. At least one column of numbers, categories, dates or texts is accepted.")
                            .formatted(name));
        }
        if (target.distinct() < 2) {
            String found = target.distinct() == 0 ? "no value in any row" : "the same value in every row that has one";
            fault(
                    "target",
                    "The column '%s' has %s. At least two different values are accepted.".formatted(name, found));
            return;
        }
        checkTask(target, task);
        long rows = schema.rows() - target.missing();
        if (rows < folds) {
            fault(
                    "folds",
                    "Only %d rows have a value of '%s', too few for %d folds. At most %d folds are accepted."
                            .formatted(rows, name, folds, rows));
        }
    }

    private void checkTask(ColumnSchema target, Task task) {
        boolean numeric = target.type().isNumeric();
        if (task == Task.REGRESSION && !numeric) {
            fault(
                    "task",
                    "Regression predicts numbers, but '%s' holds words. Binary or multiclass is accepted."
                            .formatted(target.name()));
        }
        if (task == Task.BINARY && target.distinct() != 2) {
            fault(
                    "task",
                    "Binary predicts one of two classes, but '%s' has %d different values. %s is accepted."
                            .formatted(
                                    target.name(),
                                    target.distinct(),
                                    numeric ? "Multiclass or regression" : "Multiclass"));
        }
        if (task == Task.MULTICLASS && target.distinct() > MOST_CLASSES) {
            fault(
                    "task",
                    "The column '%s' has %d different values. At most %d classes are accepted%s."
                            .formatted(
                                    target.name(), target.distinct(), MOST_CLASSES, numeric ? ", or regression" : ""));
        }
    }

    private void notFound(String target) {
        List<String> similar = SimilarNames.of(target, schema.names());
        if (similar.isEmpty()) {
            fault(
                    "target",
                    "There is no column '%s'. The columns are %s."
                            .formatted(target, quoted(schema.names(), MOST_SHOWN)));
            return;
        }
        fault(
                "target",
                "There is no column '%s'. Similar columns are %s.".formatted(target, quoted(similar, similar.size())));
    }

    private String othersCalled(String originalName) {
        return quoted(
                schema.renamedColumns().stream()
                        .filter(column -> column.originalName().equals(originalName))
                        .map(RenamedColumn::name)
                        .toList(),
                MOST_SHOWN);
    }

    private static String quoted(List<String> names, int most) {
        String shown = names.stream().limit(most).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return names.size() <= most ? shown : shown + " and %d more".formatted(names.size() - most);
    }

    private void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }
}
