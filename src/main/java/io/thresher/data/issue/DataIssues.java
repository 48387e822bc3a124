package io.thresher.data.issue;

import io.thresher.data.DatasetSchema;
import io.thresher.seed.Seed;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wrong with a table, or may be. */
public final class DataIssues {
    private static final List<Detector> DETECTORS = List.of(
            new PostEventColumns(),
            new TargetAggregates(),
            new IdentifierLeaks(),
            new TargetLeaks(),
            new ColumnCombinations(),
            new RowOrderLeak(),
            new TestDuplicates(),
            new RepeatedRows(),
            new TargetRows(),
            new Identifiers(),
            new ConstantColumns(),
            new NearDuplicateColumns(),
            new MixedTypes(),
            new DisguisedMissing(),
            new Spellings(),
            new Sentinels(),
            new FutureDates(),
            new ClassBalance(),
            new TargetShape(),
            new RepeatedEntities(),
            new Drift(),
            new TestDrift());

    private static final double MUCH_ALIKE = 0.3;
    private static final double TARGET_ALIKE = 0.1;

    private DataIssues() {}

    /**
     * All issues, those of the highest severity first. Of tables over 200,000 rows as many are looked at. A column that
     * leaks is named once, with the most telling reason; one
     * whose rows belong together is not named again for what their target has in common.
     *
     * @param clock tells which dates are in the future
     * @param seed the same seed gives the same findings
     */
    public static List<DataIssue> find(Subject subject, Clock clock, Seed seed) {
        Inspection inspection = Inspection.of(subject, clock, seed);
        List<DataIssue> issues = DETECTORS.stream()
                .flatMap(detector -> detector.find(inspection).stream())
                .toList();
        Set<String> entities = issues.stream()
                .filter(issue -> issue.kind() == IssueKind.REPEATED_ENTITIES)
                .flatMap(issue -> issue.columns().stream())
                .collect(Collectors.toSet());
        Set<String> leaking = new HashSet<>();
        return issues.stream()
                .filter(issue -> !isTold(issue, leaking))
                .filter(issue -> issue.kind() != IssueKind.TARGET_LEAK
                        || !entities.contains(issue.columns().get(0)))
                .sorted(Comparator.comparing(DataIssue::severity).thenComparing(DataIssue::kind))
                .toList();
    }

    /**
     * The column whose rows should be left out together without being asked for: its rows are much alike, and alike in
     * the target too. Nothing else is looked at.
     */
    public static Optional<String> groups(Subject subject, Clock clock, Seed seed) {
        return new RepeatedEntities()
                .find(Inspection.of(subject, clock, seed)).stream()
                        .filter(issue -> issue.severity() != Severity.LOW)
                        .filter(issue -> issue.evidence().getOrDefault("alike", 0.0) >= MUCH_ALIKE
                                && issue.evidence().getOrDefault("targetAlike", 0.0) >= TARGET_ALIKE)
                        .map(issue -> issue.columns().get(0))
                        .findFirst();
    }

    /** Whether rows may belong together, as the schema alone can tell: if not, there is no need to look at them. */
    public static boolean mayHaveEntities(DatasetSchema schema, String target) {
        return schema.columns().stream()
                .anyMatch(column -> !column.name().equals(target) && RepeatedEntities.mayName(column, schema.rows()));
    }

    private static boolean isTold(DataIssue issue, Set<String> leaking) {
        return issue.kind().isLeak()
                && issue.columns().size() == 1
                && !leaking.add(issue.columns().get(0));
    }
}
