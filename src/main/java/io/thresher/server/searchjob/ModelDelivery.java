package io.thresher.server.searchjob;

import io.thresher.job.Delivery;
import io.thresher.job.SearchJob;
import io.thresher.server.DataFolder;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.model.Candidate;
import io.thresher.server.model.ModelName;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import io.thresher.worker.protocol.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    ModelDelivery(
            SearchJobRepository jobs, Leaderboard leaderboard, Models models, Datasets datasets, DataFolder folder) {
        this.jobs = jobs;
        this.leaderboard = leaderboard;
        this.models = models;
        this.datasets = datasets;
        this.folder = folder;
    }

    @Override
    @Transactional
    public void deliver(SearchJob job, int trial) {
        LeaderboardRow row = leaderboard
                .row(job.id(), trial)
                .orElseThrow(() -> new IllegalArgumentException("trial %d has no score".formatted(trial)));
        ModelVersionId model = models.register(new Candidate(
                ModelName.of(datasets.one(job.dataset()).name(), job.target()),
                job.id(),
                trial,
                job.dataset(),
                job.target(),
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
