package io.thresher.server.issue;

import io.thresher.data.issue.IssueKind;
import io.thresher.data.issue.Proposal;
import io.thresher.data.issue.Severity;
import io.thresher.data.repair.RepairStep;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a dataset, or may be.
 *
 * @param target column to predict
 * @param task what is predicted
 * @param rows rows that were looked at; those of a large table are evenly spread, and what is counted is counted in them
 * @param rowsInAll rows there are
 * @param items most severe first
 */
public record IssuesResponse(String target, String task, long rows, long rowsInAll, List<IssueResponse> items) {

    private static final double MUCH_ALIKE = 0.3;
    private static final double TARGET_ALIKE = 0.1;

    public IssuesResponse {
        items = List.copyOf(items);
    }

    /** The proposed repairs that can do no harm, in order. */
    public List<RepairStep> safeSteps() {
        return items.stream()
                .map(IssueResponse::proposal)
                .filter(Proposal.Repair.class::isInstance)
                .map(Proposal.Repair.class::cast)
                .filter(Proposal.Repair::safe)
                .map(Proposal.Repair::step)
                .distinct()
                .toList();
    }

    /**
     * The column whose rows should be left out together without being asked for: its rows are much alike, and alike in
     * the target too.
     */
    public Optional<String> groups() {
        return items.stream()
                .filter(issue -> issue.kind() == IssueKind.REPEATED_ENTITIES && issue.severity() != Severity.LOW)
                .filter(issue -> issue.evidence().getOrDefault("alike", 0.0) >= MUCH_ALIKE
                        && issue.evidence().getOrDefault("targetAlike", 0.0) >= TARGET_ALIKE)
                .map(issue -> issue.columns().get(0))
                .findFirst();
    }
}
