package io.thresher.server.cli;

import io.quarkus.arc.Unremovable;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.searchjob.ExtensionRequest;
import io.thresher.server.searchjob.JobControl;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobViews;
import io.thresher.server.worker.Workers;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** More budget for a search that has ended, from the command line. */
@Command(
        name = "extend",
        mixinStandardHelpOptions = true,
        description = "Gives a search that has ended, or was left, more to use up: it goes on where it stopped.")
@Dependent
@Unremovable
public class ExtendCommand implements Callable<Integer> {
    private final Datasets datasets;
    private final SearchJobViews views;
    private final JobControl control;
    private final Workers workers;
    private final SearchProgress progress;

    @Parameters(paramLabel = "JOB", description = "Id of the search job, as the command jobs lists it.")
    private String job;

    @ArgGroup(
            exclusive = false,
            multiplicity = "1",
            heading = "The whole budget from now on, no less than it was; what is not named is no limit any more:%n")
    private Limits limits;

    @Mixin
    private OutOption out = new OutOption();

    @Spec
    private CommandSpec spec;

    /** At least one. */
    static final class Limits {
        @Option(
                names = "--time",
                paramLabel = "TIME",
                description = "Time, such as 10m, of which some is used already.")
        private @Nullable String time;

        @Option(names = "--trials", paramLabel = "N", description = "Number of trials, those that ran included.")
        private @Nullable Integer trials;

        @Option(
                names = "--patience",
                paramLabel = "SHARE",
                arity = "0..1",
                fallbackValue = "0.5",
                description = "Share of the search that may pass without a gain; 0.5 if no SHARE.")
        private @Nullable Double patience;
    }

    ExtendCommand(
            Datasets datasets, SearchJobViews views, JobControl control, Workers workers, SearchProgress progress) {
        this.datasets = datasets;
        this.views = views;
        this.control = control;
        this.workers = workers;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SearchJobResponse before = views.one(job);
        workers.start();
        control.extend(job, new ExtensionRequest(TimeOption.budget(limits.time, limits.trials, limits.patience)));
        control.goOn(job);
        return progress.follow(spec.commandLine().getOut(), datasets.one(before.dataset()), before, out.path());
    }
}
