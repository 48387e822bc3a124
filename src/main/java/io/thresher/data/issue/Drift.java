package io.thresher.data.issue;

import io.thresher.data.Column;
import io.thresher.data.association.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows that change along time or along the file, and dates that ask to be checked on later rows. */
final class Drift implements Detector {
    private static final int MOST_ROWS = 4_000;
    private static final int FEWEST_ROWS = 20;
    /** A column that runs with the rows tells their place by itself. */
    private static final double RUNS = 0.95;
    /** Early and late rows differ so much in the target where the file is sorted by it. */
    private static final double SORTED = 0.85;
    /** Dates that explain this much of the target matter. */
    private static final double TELLING = 0.1;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        List<DataIssue> issues = new ArrayList<>();
        for (TimeLine line : TimeLine.of(inspection)) {
            int[] early = line.early(MOST_ROWS);
            int[] late = line.late(MOST_ROWS);
            if (early.length >= FEWEST_ROWS) {
                judge(inspection, line, early, late, issues);
            }
        }
        return issues;
    }

    private static void judge(Inspection inspection, TimeLine line, int[] early, int[] late, List<DataIssue> issues) {
        Thresholds.Structure limits = inspection.limits().structure();
        int[] rows = IntStream.concat(IntStream.of(early), IntStream.of(late)).toArray();
        boolean[] second = new boolean[rows.length];
        Arrays.fill(second, early.length, rows.length, true);
        double noticeable =
                Math.max(limits.noticeable(), 0.5 + limits.deviations() * Telling.deviation(early.length, late.length));
        Telling telling = Telling.of(columns(inspection, line, rows), second, noticeable, inspection.seed("drift"));
        boolean drifts = telling.auc() >= noticeable;
        line.column().ifPresent(column -> issues.add(timeOrder(inspection, line, column, drifts)));
        boolean sorted = line.column().isEmpty()
                && telling.telling().stream()
                        .anyMatch(one -> one.column().equals(inspection.target().name()) && one.auc() >= SORTED);
        if (drifts && !sorted) {
            issues.add(drift(inspection, line, telling));
        }
    }

    private static List<Column> columns(Inspection inspection, TimeLine line, int[] rows) {
        double[] places =
                IntStream.range(0, line.rows().length).mapToDouble(i -> i).toArray();
        return Stream.concat(
                        inspection.descriptive().stream()
                                .filter(column -> !column.isNumeric()
                                        || Math.abs(Agreement.correlation(
                                                        Ranks.of(column.numbers(line.rows())), places))
                                                < RUNS),
                        Stream.of(inspection.target()))
                .map(column -> column.column().take(rows))
                .toList();
    }

    private static DataIssue timeOrder(Inspection inspection, TimeLine line, String column, boolean drifts) {
        Values dates = inspection.features().stream()
                .filter(feature -> feature.name().equals(column))
                .findFirst()
                .orElseThrow();
        double score = inspection
                .outcome()
                .explainedBy(Arrays.stream(inspection.outcome().rows())
                        .mapToDouble(
                                row -> inspection.dates(dates).orElseThrow().day(row))
                        .toArray());
        boolean matters = line.inFile() || drifts || score >= TELLING;
        String reason = line.inFile()
                ? "the rows stand in its order"
                : drifts
                        ? "the rows change along it"
                        : "'%s' changes along it".formatted(inspection.target().name());
        return DataIssue.of(
                IssueKind.TIME_ORDER,
                matters ? Severity.MEDIUM : Severity.LOW,
                List.of(column),
                Map.of("score", score, "distinct", dates.distinct()),
                "'%s' is a time%s. If later rows are to be predicted, check on later rows."
                        .formatted(column, matters ? ", and " + reason : ""),
                new Proposal.Split(Proposal.By.TIME, column));
    }

    private static DataIssue drift(Inspection inspection, TimeLine line, Telling telling) {
        List<String> columns = telling.columns();
        String along = line.column().map("'%s'"::formatted).orElse("the file");
        Proposal proposal = line.column()
                .<Proposal>map(column -> new Proposal.Split(Proposal.By.TIME, column))
                .orElse(new Proposal.Note("Find out what orders the rows; if it is time, check on the last rows."));
        return DataIssue.of(
                IssueKind.DRIFT,
                telling.auc() >= inspection.limits().structure().clear() ? Severity.MEDIUM : Severity.LOW,
                columns,
                Map.of("auc", telling.auc()),
                "The first and the last third of the rows along %s differ%s: they can be told apart in %s of pairs."
                        .formatted(
                                along,
                                columns.isEmpty() ? "" : ", most in " + Words.names(columns),
                                Words.percent(telling.auc())),
                proposal);
    }
}
