package io.thresher.server.cli;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.thresher.onnx.Producer;
import io.thresher.server.searchjob.SearchJobs;
import io.thresher.server.web.FirstVisit;
import io.thresher.server.worker.Workers;
import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Serves REST and pages until it is told to stop. */
@Command(
        name = "thresher",
        mixinStandardHelpOptions = true,
        version = Producer.NAME + " " + Producer.VERSION,
        description = "Without a command: serves the REST API and the web pages.",
        subcommands = {
            SearchCommand.class,
            JobsCommand.class,
            LeaderboardCommand.class,
            DeliverCommand.class,
            ExtendCommand.class,
            ReplayCommand.class,
            PredictCommand.class
        })
@Dependent
@Unremovable
public class ThresherCommand implements Runnable {
    private final SearchJobs jobs;
    private final Workers workers;
    private final FirstVisit visit;
    private final String host;
    private final int port;

    /** Used by {@link Main} before anything starts; stands here so that it is known and explained, also by the commands. */
    @SuppressWarnings("unused")
    @Option(
            names = "--data-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where everything is kept; ./data if not given.")
    private String dataDir = "";

    ThresherCommand(
            SearchJobs jobs,
            Workers workers,
            FirstVisit visit,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.jobs = jobs;
        this.workers = workers;
        this.visit = visit;
        this.host = host;
        this.port = port;
    }

    @Override
    public void run() {
        jobs.goOn();
        System.out.printf("Thresher is at http://%s:%d%n", host.equals("0.0.0.0") ? "127.0.0.1" : host, port);
        Thread warming = new Thread(this::warmUp, "warming");
        warming.setDaemon(true);
        warming.start();
        Quarkus.waitForExit();
    }

    /** Who opens a page is there first; who submits a job had to upload a table before. */
    private void warmUp() {
        try {
            visit.pay();
            workers.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
