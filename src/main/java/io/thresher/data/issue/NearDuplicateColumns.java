package io.thresher.data.issue;

import io.thresher.data.association.Ranks;
import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Columns that say the same: numbers on another scale, or the same things under other names. */
final class NearDuplicateColumns implements Detector {
    private static final int MOST_COLUMNS = 300;
    private static final int SCREENED_ROWS = 1_000;
    /** So many values are numbers rather than names of things. */
    private static final int NUMBERS = 20;
    /** Rows beside those of the commonest value; with fewer, agreement is cheap. */
    private static final int FEWEST_VARYING = 10;

    /** How closely two columns agree. */
    private record Likeness(double share, boolean exact, String words) {}

    @Override
    public List<DataIssue> find(Inspection inspection) {
        int[] few = RowSample.of(inspection.rows(), SCREENED_ROWS, inspection.seed("likeness"));
        List<Values> columns = inspection.features().stream()
                .filter(column -> inspection.dates(column).isEmpty() && !inspection.isIdentifier(column))
                .filter(NearDuplicateColumns::varies)
                .limit(MOST_COLUMNS)
                .toList();
        List<double[]> numbers =
                columns.stream().map(column -> column.numbers(few)).toList();
        List<double[]> ranks = numbers.stream().map(Ranks::of).toList();
        Set<Integer> told = new HashSet<>();
        List<DataIssue> issues = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size() && !told.contains(i); j++) {
                Values first = columns.get(i);
                Values second = columns.get(j);
                if (told.contains(j)) {
                    continue;
                }
                Optional<Likeness> likeness = isMeasured(first) && isMeasured(second)
                        ? sameNumbers(inspection, numbers.get(i), numbers.get(j), ranks.get(i), ranks.get(j))
                        : sameThings(inspection, first, second);
                if (likeness.isPresent()) {
                    told.add(j);
                    issues.add(issue(first, second, likeness.get()));
                }
            }
        }
        return issues;
    }

    private static boolean varies(Values column) {
        int commonest = column.commonest();
        int missing = column.rows() - column.present();
        return commonest >= 0 && column.rows() - Math.max(missing, column.count(commonest)) >= FEWEST_VARYING;
    }

    private static boolean isMeasured(Values column) {
        return column.isNumeric() && column.distinct() > NUMBERS;
    }

    private static Optional<Likeness> sameNumbers(
            Inspection inspection, double[] x, double[] y, double[] ranksOfX, double[] ranksOfY) {
        Thresholds.Columns limits = inspection.limits().columns();
        long together = 0;
        for (int i = 0; i < x.length; i++) {
            together += Double.isNaN(x[i]) == Double.isNaN(y[i]) ? 1 : 0;
        }
        if (together < 0.9 * x.length) {
            return Optional.empty();
        }
        double straight = Math.abs(Agreement.correlation(x, y));
        double ordered = Math.abs(Agreement.correlation(ranksOfX, ranksOfY));
        if (Math.max(straight, ordered) < limits.nearlySameNumbers() || Math.min(straight, ordered) < 0.9) {
            return Optional.empty();
        }
        double closest = Math.max(straight, ordered);
        return closest >= limits.sameNumbers()
                ? Optional.of(new Likeness(closest, together == x.length, "hold the same numbers, on one scale or two"))
                : Optional.of(new Likeness(closest, false, "hold nearly the same numbers"));
    }

    /** Whether each value of one goes with just one value of the other, both ways. */
    private static Optional<Likeness> sameThings(Inspection inspection, Values first, Values second) {
        if (first.distinct() > inspection.rows() / 2 || Math.abs(first.distinct() - second.distinct()) > 1) {
            return Optional.empty();
        }
        Map<Long, Integer> pairs = new HashMap<>();
        for (int row = 0; row < first.rows(); row++) {
            pairs.merge((long) first.code(row) << 32 | (second.code(row) & 0xFFFFFFFFL), 1, Integer::sum);
            if (pairs.size() > 4 * (first.codes() + second.codes() + 2)) {
                return Optional.empty();
            }
        }
        int[] bestOfFirst = new int[first.codes() + 1];
        int[] bestOfSecond = new int[second.codes() + 1];
        pairs.forEach((pair, count) -> {
            int a = (int) (pair >> 32) + 1;
            int b = (int) (long) pair + 1;
            bestOfFirst[a] = Math.max(bestOfFirst[a], count);
            bestOfSecond[b] = Math.max(bestOfSecond[b], count);
        });
        int agreeing = Math.min(
                Arrays.stream(bestOfFirst).sum(), Arrays.stream(bestOfSecond).sum());
        double share = agreeing / (double) inspection.rows();
        int varying = inspection.rows()
                - Math.max(
                        Arrays.stream(bestOfFirst).max().orElse(0),
                        Arrays.stream(bestOfSecond).max().orElse(0));
        boolean close = inspection.rows() - agreeing <= 0.02 * varying;
        return close && varying >= FEWEST_VARYING
                ? Optional.of(new Likeness(share, agreeing == inspection.rows(), "name the same things in two ways"))
                : Optional.empty();
    }

    private static DataIssue issue(Values first, Values second, Likeness likeness) {
        boolean firstIsWord = !first.isNumeric() && second.isNumeric();
        Values dropped = firstIsWord || first.isNumeric() == second.isNumeric() ? second : first;
        boolean clear = likeness.exact || likeness.words.startsWith("hold the") || likeness.words.startsWith("name");
        return DataIssue.of(
                IssueKind.NEAR_DUPLICATE_COLUMNS,
                clear ? Severity.MEDIUM : Severity.LOW,
                List.of(first.name(), second.name()),
                Map.of("likeness", likeness.share),
                "'%s' and '%s' %s (%s alike)."
                        .formatted(first.name(), second.name(), likeness.words, Words.percent(likeness.share)),
                new Proposal.Repair(new RepairStep.DropColumn(dropped.name()), likeness.exact));
    }
}
