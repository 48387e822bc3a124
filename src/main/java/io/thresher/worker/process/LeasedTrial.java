package io.thresher.worker.process;

import io.thresher.trial.FailureReason;
import io.thresher.trial.TrialOutcome;
import io.thresher.worker.Lease;
import io.thresher.worker.protocol.Wire;
import io.thresher.worker.protocol.WorkerClient;
import java.io.IOException;
import java.nio.file.Files;
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
        Path model = folder.resolve(Wire.MODEL);
        Path outOfFold = folder.resolve(Wire.OUT_OF_FOLD);
        try (Reporter reporter = new Reporter(client, lease.id())) {
            TrialOutcome outcome = outcome(lease, model, outOfFold, reporter);
            reporter.flush();
            if (!(outcome instanceof TrialOutcome.Succeeded) || handedIn(lease, model, outOfFold)) {
                client.finish(lease.id(), outcome);
            }
        } finally {
            Files.deleteIfExists(model);
            Files.deleteIfExists(outOfFold);
        }
    }

    private boolean handedIn(Lease lease, Path model, Path outOfFold) throws IOException, InterruptedException {
        return client.handIn(lease.id(), Wire.MODEL, model) && client.handIn(lease.id(), Wire.OUT_OF_FOLD, outOfFold);
    }

    private TrialOutcome outcome(Lease lease, Path model, Path outOfFold, Reporter reporter)
            throws InterruptedException {
        try {
            return runner.run(lease.trial(), model, outOfFold, reporter);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "trial %d failed".formatted(lease.trial().number()), e);
            return new TrialOutcome.Failed(FailureReason.ERROR, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
