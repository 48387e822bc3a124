package io.thresher.server.cli;

import io.thresher.server.searchjob.DeliveredResponse;
import io.thresher.server.searchjob.DeliveredResponse.Baseline;
import io.thresher.server.searchjob.DeliveredResponse.CorrectedScore;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a search delivered, as lines on a terminal. */
final class DeliveredLines {
    private final DeliveredResponse delivered;
    private final String metric;

    DeliveredLines(DeliveredResponse delivered, String metric) {
        this.delivered = delivered;
        this.metric = metric;
    }

    void print(PrintWriter out) {
        String members = delivered.members().stream()
                .map(part -> String.format(
                        Locale.ROOT, "trial %d %s %.0f %%", part.trial(), part.family(), 100 * part.weight()))
                .collect(Collectors.joining(", "));
        out.printf("%ndelivered: %s of %s%n", delivered.kind(), members);
        if (delivered.pickedByHand()) {
            out.println("picked by hand, not by the search; deliver JOB --undo takes that back");
        }
        CorrectedScore score = delivered.correctedScore();
        if (score == null) {
            out.printf(
                    Locale.ROOT,
                    "%s in cross-validation: %.5g, not corrected for choosing, so it flatters%n",
                    metric,
                    delivered.cvScore());
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s to expect: %.5g (95 %% interval %.5g to %.5g), corrected for choosing; cross-validation said"
                            + " %.5g%n",
                    metric,
                    score.estimate(),
                    score.low(),
                    score.high(),
                    delivered.cvScore());
        }
        Baseline simple = delivered.baseline();
        if (simple != null && !simple.beaten()) {
            out.printf(
                    Locale.ROOT,
                    "no better, beyond noise, than the best baseline: trial %d %s, %s %.5g%n",
                    simple.trial(),
                    simple.family(),
                    metric,
                    simple.score());
        }
        if (delivered.remark() != null) {
            out.println(delivered.remark());
        }
    }
}
