package io.thresher.server.model;

import io.thresher.trial.Objective;
import java.nio.file.Path;

/**
 * A model that is to be registered.
 *
 * @param trial number of the trial, of the best where it is an ensemble
 * @param file the model
 * @param name under which it is registered
 * @param score in the metric's own direction
 */
public record Candidate(
        String name,
        String job,
        int trial,
        Path file,
        String dataset,
        String target,
        String family,
        Objective objective,
        double score) {}
