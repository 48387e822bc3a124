package io.thresher.server.cli;

import io.quarkus.arc.Unremovable;
import io.thresher.server.searchjob.DeliveryRequest;
import io.thresher.server.searchjob.HandPicks;
import io.thresher.server.searchjob.SearchJobViews;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A trial of the user's choice instead of what a search chose, from the command line. */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        description =
                "Delivers a trial of your choice instead of what the search chose, and writes its model. It stands"
                        + " until it is taken back.")
@Dependent
@Unremovable
public class DeliverCommand implements Callable<Integer> {
    private final SearchJobViews views;
    private final HandPicks picks;
    private final DeliveredFile models;

    @Parameters(paramLabel = "JOB", description = "Id of the search job, as the command jobs lists it.")
    private String job;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Mixin
    private OutOption out = new OutOption();

    @Spec
    private CommandSpec spec;

    /** One of them. */
    static final class Which {
        @Option(
                names = "--trial",
                paramLabel = "N",
                description = "Number of a trial within the limits, as the command leaderboard lists it.")
        private @Nullable Integer trial;

        @SuppressWarnings("unused")
        @Option(names = "--undo", description = "Deliver what the search chose.")
        private boolean undo;
    }

    DeliverCommand(SearchJobViews views, HandPicks picks, DeliveredFile models) {
        this.views = views;
        this.picks = picks;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        if (which.trial != null) {
            picks.pick(job, new DeliveryRequest(which.trial));
        } else {
            picks.takeBack(job);
        }
        PrintWriter lines = spec.commandLine().getOut();
        int status = models.write(lines, views.one(job), out.path());
        lines.flush();
        return status;
    }
}
