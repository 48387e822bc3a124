package io.thresher.server.searchjob;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.thresher.job.Delivery;
import io.thresher.job.FinishedTrial;
import io.thresher.job.SearchJob;
import io.thresher.server.DataFolder;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.model.Candidate;
import io.thresher.server.model.ModelName;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import io.thresher.server.searchjob.HoldoutScorer.HoldoutScore;
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

    private final SearchJobRepository jobs;
    private final Leaderboard leaderboard;
    private final Models models;
    private final Datasets datasets;
    private final DataFolder folder;
    private final HoldoutScorer holdouts;

    ModelDelivery(
            SearchJobRepository jobs,
            Leaderboard leaderboard,
            Models models,
            Datasets datasets,
            DataFolder folder,
            HoldoutScorer holdouts) {
        this.jobs = jobs;
        this.leaderboard = leaderboard;
        this.models = models;
        this.datasets = datasets;
        this.folder = folder;
        this.holdouts = holdouts;
    }

    @Override
    public Duration reserve(SearchJob job) {
        return Duration.ZERO;
    }

    @Override
    public void deliver(SearchJob job, List<FinishedTrial> finished, Duration time) {
        int trial = finished.get(0).number();
        Optional<HoldoutScore> score =
                holdouts.score(job, testDataset(job.id()), folder.trialFile(job.id(), trial, Wire.MODEL));
        QuarkusTransaction.requiringNew().run(() -> {
            score.ifPresent(found -> jobs.setHoldout(job.id(), found.rows(), found.score()));
            register(job, trial);
        });
    }

    private Optional<String> testDataset(String job) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.find(job).map(row -> row.testDataset));
    }

    private void register(SearchJob job, int trial) {
        LeaderboardRow row = leaderboard
                .row(job.id(), trial)
                .orElseThrow(() -> new IllegalArgumentException("trial %d has no score".formatted(trial)));
        String dataset = job.data().dataset();
        ModelVersionId model = models.register(new Candidate(
                ModelName.of(datasets.one(dataset).name(), job.data().target()),
                job.id(),
                trial,
                dataset,
                job.data().target(),
                row.family(),
                job.objective(),
                row.score()));
        jobs.setModel(job.id(), model.name(), model.version());
    }

    @Override
    public void discard(SearchJob job, int trial) {
        Path model = folder.trialFile(job.id(), trial, Wire.MODEL);
        try {
            Files.deleteIfExists(model);
        } catch (IOException e) {
            LOG.warnf(e, "%s was not deleted", model);
        }
    }
}
