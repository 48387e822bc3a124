package io.thresher.data.issue;

import io.thresher.data.Column;
import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that are alike in every column, and rows that are alike but for the target. Rows that would be alike by chance, for
 * want of columns, are passed over; so are identifiers.
 */
final class RepeatedRows implements Detector {
    /** Numbers differ if they are this part of their standard deviation apart. */
    private static final double APART = 0.1;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        List<Values> features = inspection.features().stream()
                .filter(column -> !inspection.isIdentifier(column) && column.distinct() > 0)
                .toList();
        List<Column> columns = features.stream().map(Values::column).toList();
        if (columns.isEmpty()) {
            return List.of();
        }
        long[] prints = RowPrints.of(columns, inspection.rows());
        Coincidence coincidence =
                new Coincidence(features, inspection.limits().rows().coincidence());
        int duplicates = duplicates(inspection.target(), prints, coincidence);
        int conflicting = conflicting(inspection, prints, coincidence);
        List<DataIssue> issues = new ArrayList<>();
        if (duplicates > 0) {
            issues.add(issue(
                    inspection,
                    IssueKind.DUPLICATE_ROWS,
                    duplicates,
                    "%s (%s) repeat an earlier row in every column.",
                    new Proposal.Repair(new RepairStep.DropDuplicateRows(), true)));
        }
        if (conflicting > 0) {
            issues.add(issue(
                    inspection,
                    IssueKind.CONFLICTING_ROWS,
                    conflicting,
                    "%s (%s) are alike in every other column but differ in '" + quoted(inspection) + "'.",
                    new Proposal.Repair(new RepairStep.DropConflictingRows(), false)));
        }
        return issues;
    }

    private static String quoted(Inspection inspection) {
        return inspection.target().name().replace("%", "%%");
    }

    private static int duplicates(Values target, long[] prints, Coincidence coincidence) {
        Set<Long> seen = new HashSet<>(2 * prints.length);
        int repeated = 0;
        for (int row = 0; row < prints.length; row++) {
            long whole = prints[row] * 31 + target.code(row) * 0x9E3779B97F4A7C15L;
            if (!seen.add(whole) && coincidence.isSurprise(row)) {
                repeated++;
            }
        }
        return repeated;
    }

    private static int conflicting(Inspection inspection, long[] prints, Coincidence coincidence) {
        Values target = inspection.target();
        Map<Long, List<Integer>> alike = new HashMap<>();
        Map<Long, Integer> first = new HashMap<>(2 * prints.length);
        for (int row = 0; row < prints.length; row++) {
            Integer earlier = first.putIfAbsent(prints[row], row);
            if (earlier != null) {
                alike.computeIfAbsent(prints[row], unseen -> new ArrayList<>(List.of(earlier)))
                        .add(row);
            }
        }
        double apart =
                inspection.isClassification() ? 0 : APART * inspection.outcome().deviation();
        int rows = 0;
        for (List<Integer> group : alike.values()) {
            if (differs(target, group, inspection.isClassification(), apart) && coincidence.isSurprise(group.get(0))) {
                rows += group.size();
            }
        }
        return rows;
    }

    private static boolean differs(Values target, List<Integer> rows, boolean classes, double apart) {
        int[] codes = rows.stream()
                .mapToInt(target::code)
                .filter(code -> code >= 0)
                .sorted()
                .toArray();
        if (codes.length < 2 || codes[0] == codes[codes.length - 1]) {
            return false;
        }
        return classes || target.number(codes[codes.length - 1]) - target.number(codes[0]) > apart;
    }

    private static DataIssue issue(
            Inspection inspection, IssueKind kind, int rows, String sentence, Proposal proposal) {
        double share = rows / (double) inspection.rows();
        boolean many = share >= inspection.limits().rows().manyRows();
        return DataIssue.of(
                kind,
                many ? Severity.MEDIUM : Severity.LOW,
                List.of(),
                Map.of("rows", rows, "share", share),
                sentence.formatted(Words.rows(rows), Words.percent(share)),
                proposal);
    }
}
