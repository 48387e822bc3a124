package io.thresher.worker.process;

import io.thresher.trial.FailureReason;
import io.thresher.trial.TrialOutcome;
import io.thresher.worker.Lease;
import io.thresher.worker.protocol.Wire;
import io.thresher.worker.protocol.WorkerClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a leased trial and hands in what came of it, files first. */
final class LeasedTrial {
    private static final Logger LOG = Logger.getLogger(LeasedTrial.class.getName());

    private final WorkerClient client;
    private final TrialRunner runner;
    private final Path folder;

    LeasedTrial(WorkerClient client, TrialRunner runner, Path folder) {
        this.client = client;
        this.runner = runner;
        this.folder = folder;
    }

    void run(Lease lease) throws IOException, InterruptedException {
        HandedIn files = HandedIn.in(folder);
        try (Reporter reporter = new Reporter(client, lease.id())) {
            TrialOutcome outcome = outcome(lease, files, reporter);
            reporter.flush();
            if (!(outcome instanceof TrialOutcome.Succeeded) || handedIn(lease, files)) {
                client.finish(lease.id(), outcome);
            }
        } finally {
            files.delete();
        }
    }

    private boolean handedIn(Lease lease, HandedIn files) throws IOException, InterruptedException {
        return client.handIn(lease.id(), Wire.MODEL, files.model())
                && client.handIn(lease.id(), Wire.OUT_OF_FOLD, files.outOfFold())
                && client.handIn(lease.id(), Wire.CHECKED, files.checked());
    }

    private TrialOutcome outcome(Lease lease, HandedIn files, Reporter reporter) throws InterruptedException {
        try {
            return runner.run(lease.trial(), files, reporter);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "trial %d failed".formatted(lease.trial().number()), e);
            return new TrialOutcome.Failed(FailureReason.ERROR, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
