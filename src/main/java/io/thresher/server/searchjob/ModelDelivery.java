package io.thresher.server.searchjob;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.thresher.job.DeliveredModel;
import io.thresher.job.Delivery;
import io.thresher.job.DeliveryPace;
import io.thresher.job.FinishedTrial;
import io.thresher.job.ModelChoice;
import io.thresher.job.SearchJob;
import io.thresher.onnx.WarmUp;
import io.thresher.server.DataFolder;
import io.thresher.server.Json;
import io.thresher.server.searchjob.HoldoutScorer.HoldoutScore;
import io.thresher.server.searchjob.ModelRegistration.Found;
import io.thresher.worker.protocol.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Registers what a search found as the next version of a model. */
@ApplicationScoped
class ModelDelivery implements Delivery {
    private static final Logger LOG = Logger.getLogger(ModelDelivery.class);

    /** On a service that has just started, the first trial of a shorter search ends when its delivery begins. */
    private static final Duration SHORT = Duration.ofSeconds(20);

    private final SearchJobRepository jobs;
    private final ModelRegistration registration;
    private final DataFolder folder;
    private final HoldoutScorer holdouts;
    private final ModelChoice choice;
    private final DeliveryPace pace = new DeliveryPace();
    private final WarmUp warmUp = new WarmUp();

    ModelDelivery(SearchJobRepository jobs, ModelRegistration registration, DataFolder folder, HoldoutScorer holdouts) {
        this.jobs = jobs;
        this.registration = registration;
        this.folder = folder;
        this.holdouts = holdouts;
        this.choice = new ModelChoice(new StoredTrialFiles(folder), pace);
    }

    @Override
    public Duration reserve(SearchJob job, long bytes) {
        boolean hurries = job.budget()
                .time()
                .filter(budget -> budget.compareTo(SHORT) < 0)
                .isPresent();
        if (bytes > 0 && !hurries) {
            // A trial has ended, so that there will be a delivery; before that, the first trial is waited for.
            warmUp.begin();
        }
        return job.budget().time().map(budget -> pace.reserve(budget, bytes)).orElse(Duration.ZERO);
    }

    @Override
    public void deliver(SearchJob job, List<FinishedTrial> finished, Duration time) {
        Path merged = folder.jobFile(job.id(), Wire.MODEL);
        DeliveredModel delivered = make(job, finished, time, merged);
        long made = System.nanoTime();
        int trial = delivered.isTrial()
                ? delivered.members().get(0).trial()
                : finished.get(0).number();
        Path model = delivered.isTrial() ? folder.trialFile(job.id(), trial, Wire.MODEL) : merged;
        Optional<HoldoutScore> score = holdouts.score(job, testDataset(job.id()), model);
        registration.register(job, new Found(trial, delivered.family(), delivered.score(), model), version -> {
            score.ifPresent(found -> jobs.setHoldout(job.id(), found.rows(), found.score()));
            jobs.setDelivered(job.id(), Json.write(DeliveredResponse.of(delivered)));
            jobs.setModel(job.id(), version.name(), version.version());
        });
        delete(merged);
        pace.settled((System.nanoTime() - made) / 1e9);
    }

    private DeliveredModel make(SearchJob job, List<FinishedTrial> finished, Duration time, Path merged) {
        FinishedTrial best = finished.get(0);
        try {
            Files.createDirectories(merged.getParent());
            return choice.make(job, finished, pace.ofMaking(time), merged);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "no ensemble was made for job %s", job.id());
            return DeliveredModel.alone(
                    best,
                    job.objective().metric().scoreOf(best.loss()),
                    Optional.of("the making of an ensemble failed; the service's log says why"));
        }
    }

    private Optional<String> testDataset(String job) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.find(job).map(row -> row.plan.testDataset));
    }

    @Override
    public void discard(SearchJob job, int trial) {
        delete(folder.trialFile(job.id(), trial, Wire.MODEL));
        delete(folder.trialFile(job.id(), trial, Wire.CHECKED));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf(e, "%s was not deleted", file);
        }
    }
}
