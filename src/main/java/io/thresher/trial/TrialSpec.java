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
 * @param race what the trial must keep up with, fold by fold
 * @param curves what it must keep up with while its first fold is trained
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
        CurveRace curves,
        Optional<Duration> trainingTime,
        Duration timeLimit) {

    /** A trial whose curve is not looked at. */
    public TrialSpec(
            String job,
            int number,
            DataPlan data,
            Objective objective,
            long seed,
            Configuration configuration,
            FoldRace race,
            Optional<Duration> trainingTime,
            Duration timeLimit) {
        this(job, number, data, objective, seed, configuration, race, CurveRace.NONE, trainingTime, timeLimit);
    }
}
