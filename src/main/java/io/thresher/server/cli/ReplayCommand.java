package io.thresher.server.cli;

import io.quarkus.arc.Unremovable;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobs;
import io.thresher.server.worker.Workers;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The trials of a search that has ended, run again from the command line. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Runs the trials of a search that has ended again, each knowing what it knew then, and writes the"
                + " model they come to.")
@Dependent
@Unremovable
public class ReplayCommand implements Callable<Integer> {
    private final Datasets datasets;
    private final SearchJobs jobs;
    private final Workers workers;
    private final SearchProgress progress;

    @Parameters(paramLabel = "JOB", description = "Id of the search job, as the command jobs lists it.")
    private String job;

    @Mixin
    private OutOption out = new OutOption();

    @Spec
    private CommandSpec spec;

    ReplayCommand(Datasets datasets, SearchJobs jobs, Workers workers, SearchProgress progress) {
        this.datasets = datasets;
        this.jobs = jobs;
        this.workers = workers;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SearchJobResponse replay = jobs.replay(job);
        workers.start();
        return progress.follow(spec.commandLine().getOut(), datasets.one(replay.dataset()), replay, out.path());
    }
}
