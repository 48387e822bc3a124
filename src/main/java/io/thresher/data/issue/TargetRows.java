package io.thresher.data.issue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows without a target, and few rows so far out that every squared error hangs on them. */
final class TargetRows implements Detector {
    private static final int FEW = 2;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        List<DataIssue> issues = new ArrayList<>();
        int missing = inspection.rows() - inspection.target().present();
        if (missing > 0) {
            issues.add(missing(inspection, missing));
        }
        if (!inspection.isClassification() && inspection.outcome().isLearnable()) {
            dominating(inspection, issues);
        }
        return issues;
    }

    private static DataIssue missing(Inspection inspection, int missing) {
        double share = missing / (double) inspection.rows();
        return DataIssue.of(
                IssueKind.MISSING_TARGET,
                share >= inspection.limits().rows().manyRows() ? Severity.MEDIUM : Severity.LOW,
                List.of(inspection.target().name()),
                Map.of("rows", missing, "share", share),
                "%s (%s) have no value in '%s'; they can not be learned from."
                        .formatted(
                                Words.rows(missing),
                                Words.percent(share),
                                inspection.target().name()),
                new Proposal.Note(
                        "Find out why the value is missing: if not by chance, the other rows tell half the story."));
    }

    private static void dominating(Inspection inspection, List<DataIssue> issues) {
        Values target = inspection.target();
        double[] values = IntStream.range(0, target.rows())
                .filter(row -> target.code(row) >= 0)
                .mapToDouble(row -> target.number(target.code(row)))
                .toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double[] squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sorted()
                .toArray();
        double all = Arrays.stream(squares).sum();
        Thresholds.Rows limits = inspection.limits().rows();
        int few = Math.max(FEW, (int) (limits.fewDominating() * squares.length));
        double carried = 0;
        for (int taken = 1; taken <= few; taken++) {
            carried += squares[squares.length - taken];
            if (carried >= limits.dominatedShare() * all) {
                double share = carried / all;
                issues.add(DataIssue.of(
                        IssueKind.DOMINATING_ROWS,
                        Severity.MEDIUM,
                        List.of(inspection.target().name()),
                        Map.of("rows", taken, "share", share),
                        "%s of %,d carry %s of all squared deviation of '%s'; a squared error measures little else."
                                .formatted(
                                        Words.rows(taken),
                                        squares.length,
                                        Words.percent(share),
                                        inspection.target().name()),
                        new Proposal.Note("Check these rows for mistakes, or choose a metric of absolute error.")));
                return;
            }
        }
    }
}
