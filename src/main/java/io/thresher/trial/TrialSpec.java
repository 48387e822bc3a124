package io.thresher.trial;

import io.thresher.space.Configuration;
import java.time.Duration;
import java.util.Optional;

/**
 * All a worker needs to know to run one trial.
 *
 * @param job id of the search job
 * @param number number of the trial within its job, from 0
 * @param data what to learn from
 * @param seed seed of the job; folds depend on it and on the data alone, so that all trials of a job share them
 * @param configuration what to train
 * @param race what the trial must keep up with
 * @param trainingTime in which its training should end, with what is there by then; none for as long as it takes
 * @param timeLimit after which the trial is ended as TIMEOUT
 */
public record TrialSpec(
        String job,
        int number,
        DataPlan data,
        Objective objective,
        long seed,
        Configuration configuration,
        FoldRace race,
        Optional<Duration> trainingTime,
        Duration timeLimit) {}
