package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns that all but give the target away, each by itself: copies, rescaled or noisy ones too. */
final class TargetLeaks implements Detector {
    /** One column of so many may score as well as a suspicious one, which still stands out. */
    private static final int COLUMNS_PER_RIVAL = 7;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection.descriptive().stream()
                .map(column -> judge(inspection, column))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<DataIssue> judge(Inspection inspection, Values column) {
        double score = inspection.outcome().score(column);
        boolean classes = inspection.isClassification();
        Thresholds.Leaks limits = inspection.limits().leaks();
        if (score >= limits.certain(classes)) {
            return Optional.of(issue(inspection, column, score, Severity.HIGH, "all but gives the target away: it"));
        }
        if (score >= limits.suspicious(classes) && standsOut(inspection, column, score)) {
            return Optional.of(issue(inspection, column, score, Severity.MEDIUM, "tells suspiciously much: it"));
        }
        return Optional.empty();
    }

    private static boolean standsOut(Inspection inspection, Values column, double score) {
        double rival = inspection.limits().leaks().standingOut() * score;
        List<Values> others = inspection.descriptive();
        long rivals = others.stream()
                .filter(other -> other != column && inspection.outcome().score(other) >= rival)
                .count();
        return rivals <= others.size() / COLUMNS_PER_RIVAL;
    }

    private static DataIssue issue(
            Inspection inspection, Values column, double score, Severity severity, String judgement) {
        String sentence = "'%s' %s alone explains %s of '%s'. If it is known only after '%s', leave it out."
                .formatted(
                        column.name(),
                        judgement,
                        Words.percent(score),
                        inspection.target().name(),
                        inspection.target().name());
        return DataIssue.of(
                IssueKind.TARGET_LEAK,
                severity,
                List.of(column.name()),
                Map.of("score", score),
                sentence,
                new Proposal.Repair(new RepairStep.DropColumn(column.name()), false));
    }
}
