package io.thresher.server.model;

import java.time.Instant;

/**
 * A model version.
 *
 * @param version from 1
 * @param job search job that found it
 * @param trial number of the trial whose model it is
 * @param target column it predicts
 * @param score what the trial reached in cross-validation, in the metric's own direction
 */
public record ModelResponse(
        String name,
        int version,
        String job,
        int trial,
        String dataset,
        String target,
        String family,
        String metric,
        double score,
        long modelBytes,
        Instant createdAt) {

    static ModelResponse of(ModelVersionEntity model) {
        return new ModelResponse(
                model.name,
                model.version,
                model.job,
                model.trial,
                model.dataset,
                model.target,
                model.family,
                model.metric,
                model.score,
                model.modelBytes,
                model.createdAt);
    }
}
