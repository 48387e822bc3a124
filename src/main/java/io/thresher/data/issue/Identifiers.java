package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.util.List;
import java.util.Map;

/** Columns that name the row. */
final class Identifiers implements Detector {
    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection.features().stream()
                .filter(inspection::isIdentifier)
                .map(Identifiers::issue)
                .toList();
    }

    private static DataIssue issue(Values column) {
        String consequence = column.type().isFeature()
                ? "A model would learn from it and fail on new rows."
                : "It is not learned from.";
        return DataIssue.of(
                IssueKind.IDENTIFIER,
                column.type().isFeature() ? Severity.MEDIUM : Severity.LOW,
                List.of(column.name()),
                Map.of("rows", column.rows()),
                "'%s' names the rows: nearly each has a value of its own. %s".formatted(column.name(), consequence),
                new Proposal.Repair(new RepairStep.DropColumn(column.name()), true));
    }
}
