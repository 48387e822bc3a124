package io.thresher.data.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Classes that are rare, and classes of too few rows to be in every fold. */
final class ClassBalance implements Detector {
    private static final double NEARLY_ALL = 0.9;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        if (!inspection.isClassification() || !inspection.outcome().isLearnable()) {
            return List.of();
        }
        Values target = inspection.target();
        int[] classes = IntStream.range(0, target.codes())
                .filter(code -> target.count(code) > 0)
                .boxed()
                .sorted((a, b) -> target.count(a) - target.count(b))
                .mapToInt(code -> code)
                .toArray();
        List<DataIssue> issues = new ArrayList<>();
        imbalance(inspection, classes, issues);
        int needed = inspection.limits().targets().rowsOfClass();
        List<String> small = IntStream.of(classes)
                .filter(code -> target.count(code) < needed)
                .mapToObj(target::word)
                .toList();
        if (!small.isEmpty()) {
            issues.add(DataIssue.of(
                    IssueKind.SMALL_CLASSES,
                    Severity.MEDIUM,
                    List.of(target.name()),
                    Map.of("classes", small.size(), "fewestRows", target.count(classes[0])),
                    "'%s' has classes of fewer than %d rows, too few to be in each of five folds: %s."
                            .formatted(target.name(), needed, Words.names(small)),
                    new Proposal.Note("Collect more rows of these classes, or merge them with others like them.")));
        }
        return issues;
    }

    private static void imbalance(Inspection inspection, int[] classes, List<DataIssue> issues) {
        Values target = inspection.target();
        Thresholds.Targets limits = inspection.limits().targets();
        double all = target.present();
        double rarest = target.count(classes[0]) / all;
        double commonest = target.count(classes[classes.length - 1]) / all;
        boolean two = classes.length == 2;
        boolean clear = two ? rarest < limits.veryRareClass() : commonest >= NEARLY_ALL;
        boolean some = two ? rarest < limits.rareClass() : commonest >= limits.classRatio() * rarest;
        if (!clear && !some) {
            return;
        }
        issues.add(DataIssue.of(
                IssueKind.IMBALANCE,
                clear ? Severity.MEDIUM : Severity.LOW,
                List.of(target.name()),
                Map.of("rarest", rarest, "commonest", commonest),
                "In '%s', '%s' makes up %s of the rows and '%s' %s."
                        .formatted(
                                target.name(),
                                target.word(classes[0]),
                                Words.percent(rarest),
                                target.word(classes[classes.length - 1]),
                                Words.percent(commonest)),
                new Proposal.Note(
                        "Do not judge models by accuracy: always naming the commonest class would look good.")));
    }
}
