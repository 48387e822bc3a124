package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns that are the same in all rows, or in nearly all. */
final class ConstantColumns implements Detector {
    /** A rare value that tells this much of the target is worth keeping. */
    private static final double TELLING = 0.02;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        List<DataIssue> issues = new ArrayList<>();
        for (Values column : inspection.features()) {
            int missing = column.rows() - column.present();
            int commonest = column.commonest() < 0 ? 0 : column.count(column.commonest());
            double share = Math.max(missing, commonest) / (double) Math.max(1, column.rows());
            if (share == 1) {
                issues.add(issue(IssueKind.CONSTANT, column, share, "in every row"));
            } else if (share >= inspection.limits().columns().nearConstant()
                    && inspection.outcome().score(column) < TELLING) {
                issues.add(issue(
                        IssueKind.NEAR_CONSTANT, column, share, "in %s of the rows".formatted(Words.percent(share))));
            }
        }
        return issues;
    }

    private static DataIssue issue(IssueKind kind, Values column, double share, String where) {
        boolean empty = column.rows() - column.present() > column.rows() / 2;
        String what = empty ? "empty" : "'%s'".formatted(column.word(column.commonest()));
        return DataIssue.of(
                kind,
                Severity.LOW,
                List.of(column.name()),
                Map.of("share", share, "distinct", column.distinct()),
                "'%s' is %s %s and tells nothing.".formatted(column.name(), what, where),
                new Proposal.Repair(new RepairStep.DropColumn(column.name()), kind == IssueKind.CONSTANT));
    }
}
