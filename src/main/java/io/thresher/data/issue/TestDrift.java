package io.thresher.data.issue;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.csv.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows to test on that differ from the rows to learn from. */
final class TestDrift implements Detector {
    private static final int MOST_ROWS = 5_000;
    private static final int FEWEST_ROWS = 20;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection
                .test()
                .filter(test -> test.rows() >= FEWEST_ROWS)
                .flatMap(test -> judge(inspection, test))
                .stream()
                .toList();
    }

    private static Optional<DataIssue> judge(Inspection inspection, Table test) {
        int[] learned = RowSample.of(inspection.rows(), MOST_ROWS, inspection.seed("learned"));
        int[] tested = RowSample.of(test.rows(), MOST_ROWS, inspection.seed("tested"));
        List<Column> columns = new ArrayList<>();
        for (Values column : inspection.descriptive()) {
            test.column(column.name())
                    .map(other -> joined(column.column().take(learned), other.take(tested)))
                    .ifPresent(columns::add);
        }
        boolean[] second = new boolean[learned.length + tested.length];
        Arrays.fill(second, learned.length, second.length, true);
        Thresholds.Structure limits = inspection.limits().structure();
        double noticeable = Math.max(
                limits.noticeable(), 0.5 + limits.deviations() * Telling.deviation(learned.length, tested.length));
        Telling telling = Telling.of(columns, second, noticeable, inspection.seed("test"));
        if (telling.auc() < noticeable) {
            return Optional.empty();
        }
        List<String> names = telling.columns();
        return Optional.of(DataIssue.of(
                IssueKind.TEST_DRIFT,
                telling.auc() >= limits.clear() ? Severity.MEDIUM : Severity.LOW,
                names,
                Map.of("auc", telling.auc()),
                "The test table differs from the table to learn from%s: their rows can be told apart in %s of pairs."
                        .formatted(
                                names.isEmpty() ? "" : ", most in " + Words.names(names), Words.percent(telling.auc())),
                new Proposal.Note("Find out how the test rows were chosen; scores on them say little of other rows.")));
    }

    /** Both columns as one; what is a number here and a numeral there is a number. */
    private static Column joined(Column first, Column second) {
        if (first instanceof CategoryColumn) {
            List<String> words = new ArrayList<>(words(first));
            words.addAll(words(second));
            return CategoryColumn.of(first.name(), words);
        }
        float[] numbers = new float[first.rows() + second.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = row < first.rows() ? number(first, row) : number(second, row - first.rows());
        }
        return new NumberColumn(first.name(), numbers);
    }

    private static List<String> words(Column column) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            words.add(word(column, row));
        }
        return words;
    }

    private static String word(Column column, int row) {
        if (column instanceof CategoryColumn levels) {
            return levels.word(row).orElse("");
        }
        float number = number(column, row);
        return Float.isNaN(number) ? "" : Numerals.print(number);
    }

    private static float number(Column column, int row) {
        if (column instanceof NumberColumn numbers) {
            return numbers.value(row);
        }
        return ((CategoryColumn) column)
                .word(row)
                .map(word -> NumberColumn.single(Numerals.parse(word, true)))
                .orElse(Float.NaN);
    }
}
