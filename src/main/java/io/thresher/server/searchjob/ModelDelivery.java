package io.thresher.server.searchjob;

import io.thresher.job.Delivery;
import io.thresher.job.SearchJob;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.model.Candidate;
import io.thresher.server.model.ModelName;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Registers what a search found as the next version of a model. */
@ApplicationScoped
class ModelDelivery implements Delivery {
    private final SearchJobRepository jobs;
    private final Leaderboard leaderboard;
    private final Models models;
    private final Datasets datasets;

    ModelDelivery(SearchJobRepository jobs, Leaderboard leaderboard, Models models, Datasets datasets) {
        this.jobs = jobs;
        this.leaderboard = leaderboard;
        this.models = models;
        this.datasets = datasets;
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
}
