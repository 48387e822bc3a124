package io.thresher.server.cli;

import io.quarkus.arc.Unremovable;
import io.thresher.job.EndReason;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.dataset.DatasetResponse;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobViews;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The searches there are, on the command line. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "Lists the searches in the data folder, newest first, by the ids that replay and extend take.")
@Dependent
@Unremovable
public class JobsCommand implements Runnable {
    private static final String ROW = "%-13s %-10s %-20s %-16s %9s  %-24s %s%n";
    private static final Optional<String> PAGE = Optional.of("100");

    private final SearchJobViews jobs;
    private final Datasets datasets;

    @Spec
    private CommandSpec spec;

    JobsCommand(SearchJobViews jobs, Datasets datasets) {
        this.jobs = jobs;
        this.datasets = datasets;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "job", "state", "dataset", "target", "trials", "best", "ended because");
        Optional<String> token = Optional.empty();
        do {
            Page<SearchJobResponse> page = jobs.page(PageRequest.of(PAGE, token));
            page.items().forEach(job -> print(out, job));
            token = page.nextPageToken();
        } while (token.isPresent());
        out.flush();
    }

    private void print(PrintWriter out, SearchJobResponse job) {
        out.printf(
                ROW,
                job.id(),
                job.state(),
                datasets.find(job.dataset()).map(DatasetResponse::name).orElse(job.dataset()),
                job.target(),
                job.trials().total(),
                job.best()
                        .map(best -> String.format(Locale.ROOT, "%s %.5g", job.metric(), best.score()))
                        .orElse("-"),
                job.endReason().map(EndReason::words).orElse(""));
    }
}
