package io.thresher.trial;

import io.thresher.space.Configuration;
import java.time.Duration;

/**
 * All a worker needs to know to run one trial.
 *
 * @param job id of the search job
 * @param number number of the trial within its job, from 0
 * @param dataset id of the dataset, its content hash
 * @param target name of the column to predict
 * @param folds number of folds of the cross-validation
 * @param seed seed of the job; folds depend on it alone, so that all trials of a job share them
 * @param configuration what to train
 * @param timeLimit after which the trial is ended as TIMEOUT
 */
public record TrialSpec(
        String job,
        int number,
        String dataset,
        String target,
        Objective objective,
        int folds,
        long seed,
        Configuration configuration,
        Duration timeLimit) {}
