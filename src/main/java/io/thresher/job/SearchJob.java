package io.thresher.job;

import io.thresher.space.SearchSpace;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;

/**
 * What was asked for; never changes while the job lives.
 *
 * @param id of the job
 * @param data what to learn from and how to judge
 * @param space what may be tried
 * @param seed all that is random in the job follows from it
 * @param parallelism trials at once at the most
 * @param ensemble whether several trials may be delivered together as one model
 */
public record SearchJob(
        String id,
        DataPlan data,
        Objective objective,
        Budget budget,
        SearchSpace space,
        long seed,
        int parallelism,
        boolean ensemble) {

    /** A job that may deliver an ensemble. */
    public SearchJob(
            String id,
            DataPlan data,
            Objective objective,
            Budget budget,
            SearchSpace space,
            long seed,
            int parallelism) {
        this(id, data, objective, budget, space, seed, parallelism, true);
    }
}
