package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs of columns whose sum, difference, product or ratio gives the target away where neither does alone. */
final class ColumnCombinations implements Detector {
    private static final int MOST_COLUMNS = 60;
    private static final int SCREENED_ROWS = 1_000;
    private static final int MOST_CONFIRMED = 20;
    private static final int MOST_REPORTED = 3;
    /** A column that explains so much needs no second one. */
    private static final double COPY = 0.995;
    /** Where one column gives the target away, only a pair that is the target itself is worth a word. */
    private static final double EXACT = 0.9995;
    /** The screen lets a little more through than the confirmation does. */
    private static final double SLACK = 0.1;
    /** A pair must leave at most this part of what its better column leaves unexplained. */
    private static final double LEFT = 0.4;

    /** A pair of columns and what is made of them. */
    private record Pair(Values first, Values second, Operation operation, double agreement) {}

    @Override
    public List<DataIssue> find(Inspection inspection) {
        Outcome outcome = inspection.outcome();
        if (!outcome.isLearnable()) {
            return List.of();
        }
        Set<String> told = new HashSet<>();
        List<DataIssue> issues = new ArrayList<>();
        for (Pair pair : screened(inspection)) {
            boolean fresh = !told.contains(pair.first.name()) && !told.contains(pair.second.name());
            if (fresh && issues.size() < MOST_REPORTED) {
                double score = outcome.explainedBy(
                        pair.operation.of(pair.first.numbers(outcome.rows()), pair.second.numbers(outcome.rows())));
                if (score >= inspection.limits().leaks().pair(inspection.isClassification())
                        && isGain(inspection, pair, score)) {
                    issues.add(issue(inspection, pair, score));
                    told.addAll(List.of(pair.first.name(), pair.second.name()));
                }
            }
        }
        return issues;
    }

    private static List<Pair> screened(Inspection inspection) {
        Outcome outcome = inspection.outcome();
        int[] few = RowSample.of(outcome.target().rows(), SCREENED_ROWS, inspection.seed("pairs"));
        int[] rows = outcome.rows();
        int[] screenedRows = Arrays.stream(few).map(i -> rows[i]).toArray();
        Agreement agreement = new Agreement(outcome.target().take(few).values(), inspection.isClassification());
        List<Values> columns = candidates(inspection);
        List<double[]> numbers =
                columns.stream().map(column -> column.numbers(screenedRows)).toList();
        double limit = inspection.limits().leaks().pair(inspection.isClassification()) - SLACK;
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                for (Operation operation : Operation.values()) {
                    double reached = agreement.of(operation.of(numbers.get(i), numbers.get(j)));
                    Pair pair = new Pair(columns.get(i), columns.get(j), operation, reached);
                    if (reached >= limit && isGain(inspection, pair, reached + SLACK / 2)) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::agreement).reversed())
                .limit(MOST_CONFIRMED)
                .toList();
    }

    private static List<Values> candidates(Inspection inspection) {
        Outcome outcome = inspection.outcome();
        return inspection.descriptive().stream()
                .filter(column -> column.isNumeric() || column.codes() == 2)
                .filter(column -> outcome.score(column) < COPY)
                .sorted(Comparator.comparingDouble(outcome::score).reversed())
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static boolean isGain(Inspection inspection, Pair pair, double score) {
        double alone = Math.max(
                inspection.outcome().score(pair.first), inspection.outcome().score(pair.second));
        boolean exact = alone < inspection.limits().leaks().certain(inspection.isClassification()) || score >= EXACT;
        return exact && 1 - score <= LEFT * (1 - alone);
    }

    private static DataIssue issue(Inspection inspection, Pair pair, double score) {
        String made = pair.operation.on(pair.first.name(), pair.second.name());
        Values stronger =
                inspection.outcome().score(pair.first) >= inspection.outcome().score(pair.second)
                        ? pair.first
                        : pair.second;
        String sentence = "Together two columns give '%s' away: %s explains %s of it."
                .formatted(inspection.target().name(), made, Words.percent(score));
        return DataIssue.of(
                IssueKind.COMBINATION_LEAK,
                Severity.HIGH,
                List.of(pair.first.name(), pair.second.name()),
                Map.of("score", score, "aloneAtMost", inspection.outcome().score(stronger)),
                sentence,
                new Proposal.Repair(new RepairStep.DropColumn(stronger.name()), false));
    }
}
