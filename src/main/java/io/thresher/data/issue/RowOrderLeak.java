package io.thresher.data.issue;

import io.thresher.data.association.Ranks;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A file whose rows stand in an order that tells the target, such as one sorted by it. */
final class RowOrderLeak implements Detector {
    private static final int BLOCKS = 16;
    private static final double SORTED = 0.95;
    private static final double SORTED_CLASSES = 0.8;
    private static final double NOTICEABLE = 0.15;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        Outcome outcome = inspection.outcome();
        if (!outcome.isLearnable()) {
            return List.of();
        }
        int rows = outcome.target().rows();
        double[] places = IntStream.range(0, rows).mapToDouble(i -> i).toArray();
        double score = outcome.explainedBy(IntStream.range(0, rows)
                .map(i -> i * BLOCKS / rows)
                .asDoubleStream()
                .toArray());
        if (score < NOTICEABLE) {
            return List.of();
        }
        boolean sorted = inspection.isClassification()
                ? score >= SORTED_CLASSES
                : Math.abs(Agreement.correlation(Ranks.of(outcome.target().values()), places)) >= SORTED;
        List<String> counters = inspection.features().stream()
                .filter(column -> column.isNumeric() && inspection.isIdentifier(column))
                .filter(column ->
                        Math.abs(Agreement.correlation(Ranks.of(column.numbers(outcome.rows())), places)) > 0.99)
                .map(Values::name)
                .toList();
        boolean inTime = inspection.features().stream()
                .anyMatch(column -> inspection.dates(column).isPresent());
        Severity severity =
                sorted && !counters.isEmpty() ? Severity.HIGH : inTime && !sorted ? Severity.LOW : Severity.MEDIUM;
        String sentence = "The order of the rows alone explains %s of '%s'%s%s."
                .formatted(
                        Words.percent(score),
                        inspection.target().name(),
                        sorted ? ": the file is sorted by it" : "",
                        counters.isEmpty() ? "" : ", and " + Words.names(counters) + " counts the rows");
        return List.of(DataIssue.of(
                IssueKind.ROW_ORDER_LEAK,
                severity,
                counters,
                Map.of("score", score),
                sentence,
                new Proposal.Note("Learn from no column that counts the rows, and check on rows drawn at random.")));
    }
}
