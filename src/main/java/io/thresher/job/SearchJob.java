package io.thresher.job;

import io.thresher.space.SearchSpace;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;

/**
 * What was asked for. Budget and space may be asked for anew while the job lives; the rest never changes.
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
        boolean ensemble,
        Course course) {

    /** A job that may deliver an ensemble and takes the usual course. */
    public SearchJob(
            String id,
            DataPlan data,
            Objective objective,
            Budget budget,
            SearchSpace space,
            long seed,
            int parallelism) {
        this(id, data, objective, budget, space, seed, parallelism, true, Course.ofNew(parallelism));
    }

    /** The same job with another budget. */
    public SearchJob with(Budget other) {
        return new SearchJob(id, data, objective, other, space, seed, parallelism, ensemble, course);
    }

    /** The same job in another space. */
    public SearchJob with(SearchSpace other) {
        return new SearchJob(id, data, objective, budget, other, seed, parallelism, ensemble, course);
    }

    /** The same job on another course. */
    public SearchJob with(Course other) {
        return new SearchJob(id, data, objective, budget, space, seed, parallelism, ensemble, other);
    }

    /** Whether time limits it: if not, how fast its trials are must not matter for what it does. */
    public boolean isTimed() {
        return budget.time().isPresent();
    }
}
