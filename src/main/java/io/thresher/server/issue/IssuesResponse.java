package io.thresher.server.issue;

import io.thresher.data.issue.Proposal;
import io.thresher.data.repair.RepairStep;
import java.util.List;

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
}
