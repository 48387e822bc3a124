package io.thresher.data.issue;

import io.thresher.data.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Targets of an awkward shape: long tails, many zeros, numbers like classes, classes like numbers. */
final class TargetShape implements Detector {
    private static final double TAIL = 0.995;
    private static final double VERY_LONG = 1.5;
    private static final int FEWEST_CLASSES = 5;
    private static final int ROWS_PER_CLASS = 5;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        List<DataIssue> issues = new ArrayList<>();
        Values target = inspection.target();
        if (!inspection.outcome().isLearnable() || !target.isNumeric()) {
            return issues;
        }
        if (inspection.isClassification()) {
            classesLikeNumbers(target, issues);
        } else if (!numbersLikeClasses(inspection, target, issues)) {
            zeros(inspection, target, issues);
            tail(inspection, target, issues);
        }
        return issues;
    }

    private static void classesLikeNumbers(Values target, List<DataIssue> issues) {
        double span = target.number(target.codes() - 1) - target.number(0);
        if (target.codes() < FEWEST_CLASSES || span > 2.0 * target.codes()) {
            return;
        }
        issues.add(DataIssue.of(
                IssueKind.CLASSES_LIKE_NUMBERS,
                Severity.LOW,
                List.of(target.name()),
                Map.of("classes", target.codes()),
                "The classes of '%s' are the numbers from %s to %s; if they have an order, it is lost."
                        .formatted(target.name(), target.word(0), target.word(target.codes() - 1)),
                new Proposal.Note("Consider regression, which knows that 4 is nearer to 5 than to 8.")));
    }

    private static boolean numbersLikeClasses(Inspection inspection, Values target, List<DataIssue> issues) {
        int distinct = target.distinct();
        boolean whole = target.type() == ColumnType.INTEGER
                || IntStream.range(0, target.codes())
                        .allMatch(code -> target.number(code) == Math.rint(target.number(code)));
        boolean few =
                distinct <= inspection.limits().targets().classLike() && target.present() >= ROWS_PER_CLASS * distinct;
        if (!whole || !few) {
            return false;
        }
        issues.add(DataIssue.of(
                IssueKind.NUMBERS_LIKE_CLASSES,
                distinct <= inspection.limits().targets().classLike() / 2 ? Severity.MEDIUM : Severity.LOW,
                List.of(target.name()),
                Map.of("distinct", distinct),
                "'%s' has only %d different values, all whole: they may be classes rather than amounts."
                        .formatted(target.name(), distinct),
                new Proposal.Note("If the values name kinds of things, choose a task of classes.")));
        return true;
    }

    private static void zeros(Inspection inspection, Values target, List<DataIssue> issues) {
        int[] codes = IntStream.range(0, target.codes()).toArray();
        int zeros = IntStream.of(codes)
                .filter(code -> target.number(code) == 0)
                .map(target::count)
                .sum();
        int next = IntStream.of(codes)
                .filter(code -> target.number(code) != 0)
                .map(target::count)
                .max()
                .orElse(0);
        double share = zeros / (double) target.present();
        if (share >= inspection.limits().targets().zeros() && next < zeros / 3) {
            issues.add(DataIssue.of(
                    IssueKind.ZERO_INFLATION,
                    Severity.MEDIUM,
                    List.of(target.name()),
                    Map.of("rows", zeros, "share", share),
                    "'%s' is 0 in %s (%s); the other values are spread out."
                            .formatted(target.name(), Words.rows(zeros), Words.percent(share)),
                    new Proposal.Note("Consider two models: whether it is 0, and how much it is if not.")));
        }
    }

    private static void tail(Inspection inspection, Values target, List<DataIssue> issues) {
        double[] sorted = Arrays.stream(inspection.outcome().target().values())
                .filter(value -> value != 0)
                .sorted()
                .toArray();
        if (sorted.length < 20) {
            return;
        }
        double up = reach(sorted, TAIL, 0.75);
        double down = reach(sorted, 1 - TAIL, 0.25);
        double longest = Math.max(up, down);
        if (longest >= inspection.limits().targets().longTail()) {
            issues.add(DataIssue.of(
                    IssueKind.HEAVY_TAIL,
                    longest >= VERY_LONG * inspection.limits().targets().longTail() ? Severity.MEDIUM : Severity.LOW,
                    List.of(target.name()),
                    Map.of("reach", Math.min(longest, 1e9), "median", at(sorted, 0.5)),
                    "'%s' has a long tail: half of it lies around %s, the outermost values reach %s."
                            .formatted(
                                    target.name(),
                                    Words.number(at(sorted, 0.5)),
                                    Words.number(up >= down ? sorted[sorted.length - 1] : sorted[0])),
                    new Proposal.Note("Consider predicting its logarithm, or a metric of relative error.")));
        }
    }

    /** How many times farther from the median the outer quantile lies than the quartile on the same side. */
    private static double reach(double[] sorted, double outer, double quartile) {
        double median = at(sorted, 0.5);
        double near = Math.abs(at(sorted, quartile) - median);
        double far = Math.abs(at(sorted, outer) - median);
        return near > 0 ? far / near : 0;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
