package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns that hold, for each group of rows, the mean of the target in that group. The mean of a group differs by chance
 * from any figure that was known beforehand; where all groups agree far better than chance allows, the figure was
 * computed from the very rows.
 */
final class TargetAggregates implements Detector {
    private static final int FEWEST_GROUPS = 3;
    private static final int MOST_CLASSES = 12;
    /** Weights with which means are drawn towards that of all rows, as target encoders do. */
    private static final double[] SMOOTHING_ROWS = {1, 5, 10, 20, 50, 100};
    /** Part of the deviation to be expected by chance. */
    private static final double CLOSE = 0.6;
    /** Part of what parts the means that the column may leave unexplained. */
    private static final double UNEXPLAINED = 0.2;
    /** Share of the rows that must be in groups. */
    private static final double GROUPED = 0.3;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        List<DataIssue> issues = new ArrayList<>();
        if (!inspection.outcome().isLearnable()) {
            return issues;
        }
        List<double[]> outcomes = outcomes(inspection);
        for (Values column : inspection.features()) {
            if (column.isNumeric() && column.distinct() >= FEWEST_GROUPS) {
                double chance = outcomes.stream()
                        .mapToDouble(outcome -> chance(column, inspection, outcome))
                        .min()
                        .orElse(1);
                if (chance < inspection.limits().leaks().aggregateChance()) {
                    issues.add(issue(inspection, column, chance));
                }
            }
        }
        return issues;
    }

    /** For numbers the target of each row of the table, for classes whether it is one class, for each class. */
    private static List<double[]> outcomes(Inspection inspection) {
        Values target = inspection.target();
        int[] all = IntStream.range(0, target.rows()).toArray();
        double[] values = target.numbers(all);
        if (!inspection.isClassification()) {
            return List.of(values);
        }
        List<double[]> outcomes = new ArrayList<>();
        int classes = target.codes() == 2 ? 2 : Math.min(MOST_CLASSES, target.codes());
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            outcomes.add(IntStream.of(all)
                    .mapToDouble(row -> target.code(row) < 0 ? Double.NaN : target.code(row) == wanted ? 1 : 0)
                    .toArray());
        }
        return outcomes;
    }

    private static double chance(Values column, Inspection inspection, double[] outcome) {
        GroupMeans groups = GroupMeans.of(column, outcome, inspection.isClassification());
        if (!groups.isUncertain()
                || groups.count() < FEWEST_GROUPS
                || groups.groupedRows() < GROUPED * inspection.rows()) {
            return 1;
        }
        double unexplained = UNEXPLAINED * groups.deviation(0, groups.overall());
        double[] line = groups.line();
        double chance = chance(groups.deviation(1, 0), groups.count(), unexplained);
        chance = Math.min(chance, chance(groups.deviation(line[0], line[1]), groups.count() - 2.0, unexplained));
        for (double rows : SMOOTHING_ROWS) {
            chance = Math.min(chance, chance(groups.smoothedDeviation(rows), groups.count(), unexplained));
        }
        return chance;
    }

    private static double chance(double deviation, double freedom, double most) {
        boolean close = freedom >= FEWEST_GROUPS && deviation <= Math.min(most, CLOSE * freedom);
        return close ? ChiSquare.lower(deviation, freedom) : 1;
    }

    private static DataIssue issue(Inspection inspection, Values column, double chance) {
        String target = inspection.target().name();
        String sentence = ("'%s' agrees with the average of '%s' among the rows that share its value, far better than a"
                        + " figure known beforehand could. It seems computed from these very rows.")
                .formatted(column.name(), target);
        return DataIssue.of(
                IssueKind.TARGET_AGGREGATE,
                Severity.HIGH,
                List.of(column.name()),
                Map.of("score", inspection.outcome().score(column), "chance", chance),
                sentence,
                new Proposal.Repair(new RepairStep.DropColumn(column.name()), false));
    }
}
