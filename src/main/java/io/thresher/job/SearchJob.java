package io.thresher.job;

import io.thresher.space.SearchSpace;
import io.thresher.trial.Objective;

/**
 * What was asked for; never changes while the job lives.
 *
 * @param id of the job
 * @param dataset id of the dataset, its content hash
 * @param target name of the column to predict
 * @param space what may be tried
 * @param seed all that is random in the job follows from it
 * @param parallelism trials at once at the most
 * @param folds of the cross-validation
 */
public record SearchJob(
        String id,
        String dataset,
        String target,
        Objective objective,
        Budget budget,
        SearchSpace space,
        long seed,
        int parallelism,
        int folds) {}
