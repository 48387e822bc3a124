package io.thresher.server.issue;

import io.thresher.data.issue.DataIssue;
import io.thresher.data.issue.IssueKind;
import io.thresher.data.issue.Proposal;
import io.thresher.data.issue.Severity;
import java.util.List;
import java.util.SortedMap;

/**
 * One thing that is wrong with a dataset, or may be.
 *
 * @param columns names of the columns it is about
 * @param evidence the figures that speak for it, by name
 * @param sentence the finding in plain words
 * @param proposal what could be done about it
 * @param words the proposal in plain words
 */
public record IssueResponse(
        IssueKind kind,
        Severity severity,
        List<String> columns,
        SortedMap<String, Double> evidence,
        String sentence,
        Proposal proposal,
        String words) {

    static IssueResponse of(DataIssue issue) {
        return new IssueResponse(
                issue.kind(),
                issue.severity(),
                issue.columns(),
                issue.evidence(),
                issue.sentence(),
                issue.proposal(),
                words(issue.proposal()));
    }

    private static String words(Proposal proposal) {
        if (proposal instanceof Proposal.Repair repair) {
            return repair.step().sentence();
        }
        if (proposal instanceof Proposal.Reread reread) {
            return "Read '%s' again as %s"
                    .formatted(reread.column(), reread.type().word());
        }
        if (proposal instanceof Proposal.Split split) {
            return split.by() == Proposal.By.TIME
                    ? "Validate forward in time, by '%s'".formatted(split.column())
                    : "Validate by groups of '%s'".formatted(split.column());
        }
        return ((Proposal.Note) proposal).advice();
    }
}
