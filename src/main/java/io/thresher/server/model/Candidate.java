package io.thresher.server.model;

import io.thresher.trial.Objective;

/**
 * A trial whose model is to be registered.
 *
 * @param name under which it is registered
 * @param score in the metric's own direction
 */
public record Candidate(
        String name,
        String job,
        int trial,
        String dataset,
        String target,
        String family,
        Objective objective,
        double score) {}
