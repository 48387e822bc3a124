package io.thresher.server.cli;

import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.searchjob.SearchJobResponse;
import java.io.PrintWriter;
import java.util.Locale;

/** A leaderboard as lines on a terminal. */
final class BoardLines {
    private final String metric;

    BoardLines(SearchJobResponse job) {
        this.metric = job.metric();
    }

    void head(PrintWriter out) {
        out.printf(
                "%n%-5s %-6s %-9s %12s %10s %9s %9s %9s%n",
                "rank", "trial", "family", metric, "± std", "train s", "µs/call", "KiB");
    }

    void print(PrintWriter out, LeaderboardRow row) {
        out.printf(
                Locale.ROOT,
                "%-5d %-6d %-9s %12.5g %10.2g %9.2f %9.0f %9d%s%n",
                row.rank(),
                row.trial(),
                row.family(),
                row.score(),
                row.scoreStd(),
                row.trainSeconds(),
                row.predictMicrosOneRow().orElse(Double.NaN),
                row.modelBytes() / 1024,
                remark(row));
    }

    private static String remark(LeaderboardRow row) {
        if (!row.missedLimits().isEmpty()) {
            return "  over " + String.join(", ", row.missedLimits());
        }
        return (row.paretoOptimal() ? "  front" : "") + (row.modelKept() ? "" : "  model not kept");
    }
}
