package io.thresher.server.issue;

import io.thresher.data.issue.Proposal;
import io.thresher.data.repair.RepairStep;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a dataset, or may be.
 *
 * @param target column to predict
 * @param task what is predicted
 * @param items most severe first
 */
public record IssuesResponse(String target, String task, List<IssueResponse> items) {

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

    /** The column whose rows should be left out together, if rows belong together. */
    public Optional<String> groups() {
        return items.stream()
                .map(IssueResponse::proposal)
                .filter(Proposal.Split.class::isInstance)
                .map(Proposal.Split.class::cast)
                .filter(split -> split.by() == Proposal.By.GROUP)
                .map(Proposal.Split::column)
                .findFirst();
    }
}
