package io.thresher.server.cli;

import io.quarkus.arc.Unremovable;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobViews;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The trials of a search, ranked, on the command line. */
@Command(
        name = "leaderboard",
        mixinStandardHelpOptions = true,
        description = "Lists the trials of a search that succeeded: those within its limits first, the best first.")
@Dependent
@Unremovable
public class LeaderboardCommand implements Runnable {
    private static final Optional<String> PAGE = Optional.of("100");

    private final SearchJobViews views;
    private final Leaderboard leaderboard;

    @Parameters(paramLabel = "JOB", description = "Id of the search job, as the command jobs lists it.")
    private String job;

    @Option(
            names = "--front",
            description = "Only those that no other beats in score, time for one row and size at once.")
    private boolean front;

    @Spec
    private CommandSpec spec;

    LeaderboardCommand(SearchJobViews views, Leaderboard leaderboard) {
        this.views = views;
        this.leaderboard = leaderboard;
    }

    @Override
    public void run() {
        SearchJobResponse known = views.one(job);
        PrintWriter out = spec.commandLine().getOut();
        BoardLines lines = new BoardLines(known);
        lines.head(out);
        Optional<String> token = Optional.empty();
        do {
            PageRequest request = PageRequest.of(PAGE, token);
            Page<LeaderboardRow> page = front ? leaderboard.front(job, request) : leaderboard.page(job, request);
            page.items().forEach(row -> lines.print(out, row));
            token = page.nextPageToken();
        } while (token.isPresent());
        out.flush();
    }
}
