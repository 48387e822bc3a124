package io.thresher.server.searchjob;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.thresher.job.SearchJob;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.model.Candidate;
import io.thresher.server.model.ModelName;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Registers what came of searches, as the next version of the model that predicts their target. */
@ApplicationScoped
class ModelRegistration {
    private final Models models;
    private final Datasets datasets;

    ModelRegistration(Models models, Datasets datasets) {
        this.models = models;
        this.datasets = datasets;
    }

    /**
     * What is registered.
     *
     * @param trial number of the trial, of the best where it is an ensemble
     * @param family the family's name, or that it is an ensemble
     * @param score that chose it, in the metric's own direction
     * @param file the model
     */
    record Found(int trial, String family, double score, Path file) {}

    /**
     * Registers a model. One at a time: searches for the same target may end at the same moment, and each takes the next
     * version.
     *
     * @param noted writes down, in the same transaction, which version it is
     */
    synchronized void register(SearchJob job, Found found, Consumer<ModelVersionId> noted) {
        String dataset = job.data().dataset();
        String target = job.data().target();
        QuarkusTransaction.requiringNew()
                .run(() -> noted.accept(models.register(new Candidate(
                        ModelName.of(datasets.one(dataset).name(), target),
                        job.id(),
                        found.trial(),
                        found.file(),
                        dataset,
                        target,
                        found.family(),
                        job.objective(),
                        found.score()))));
    }
}
