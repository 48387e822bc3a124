package io.thresher.data.issue;

import io.thresher.data.Column;
import io.thresher.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows to test on that are rows to learn from, too. */
final class TestDuplicates implements Detector {
    private static final double MANY = 0.5;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection.test().map(test -> find(inspection, test)).orElse(List.of());
    }

    private static List<DataIssue> find(Inspection inspection, Table test) {
        List<Values> shared = inspection.features().stream()
                .filter(column -> !inspection.isIdentifier(column) && column.distinct() > 1)
                .filter(column -> test.column(column.name())
                        .filter(other -> other.getClass() == column.column().getClass())
                        .isPresent())
                .toList();
        if (shared.isEmpty() || test.rows() == 0) {
            return List.of();
        }
        long[] learned = RowPrints.of(shared.stream().map(Values::column).toList(), inspection.rows());
        List<Column> others = shared.stream()
                .map(column -> test.column(column.name()).orElseThrow())
                .toList();
        Coincidence coincidence =
                new Coincidence(shared, inspection.limits().rows().coincidence());
        long[] known = IntStream.range(0, learned.length)
                .filter(coincidence::isSurprise)
                .mapToLong(row -> learned[row])
                .sorted()
                .toArray();
        long found = Arrays.stream(RowPrints.of(others, test.rows()))
                .filter(print -> Arrays.binarySearch(known, print) >= 0)
                .count();
        double share = found / (double) test.rows();
        if (share < inspection.limits().rows().someRows()) {
            return List.of();
        }
        Severity severity = share >= MANY
                ? Severity.HIGH
                : share >= inspection.limits().rows().manyRows() ? Severity.MEDIUM : Severity.LOW;
        String sentence =
                "%s of the test table (%s) are alike in every column to rows to learn from; the test score will be too good."
                        .formatted(Words.rows(found), Words.percent(share));
        return List.of(DataIssue.of(
                IssueKind.TEST_DUPLICATES,
                severity,
                List.of(),
                Map.of("rows", found, "share", share),
                sentence,
                new Proposal.Note("Remove from the test table the rows that are in the table to learn from.")));
    }
}
