package io.thresher.data.issue;

import io.thresher.seed.Seed;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private DataIssues() {}

    /**
     * All issues, those of the highest severity first. Of tables over 200,000 rows as many are looked at. A column that
     * leaks is named once, with the most telling reason.
     *
     * @param clock tells which dates are in the future
     * @param seed the same seed gives the same findings
     */
    public static List<DataIssue> find(Subject subject, Clock clock, Seed seed) {
        Inspection inspection = Inspection.of(subject, clock, seed);
        Set<String> leaking = new HashSet<>();
        return DETECTORS.stream()
                .flatMap(detector -> detector.find(inspection).stream())
                .filter(issue -> !isTold(issue, leaking))
                .sorted(Comparator.comparing(DataIssue::severity).thenComparing(DataIssue::kind))
                .toList();
    }

    private static boolean isTold(DataIssue issue, Set<String> leaking) {
        return issue.kind().isLeak()
                && issue.columns().size() == 1
                && !leaking.add(issue.columns().get(0));
    }
}
