package io.thresher.job;

import io.thresher.space.Configuration;
import java.util.List;

/**
 * A trial that was decided on, with what was not known when it was: together with the outcomes of the earlier trials
 * this fixes everything the trial depends on, so that it can be decided on again in exactly the same way.
 *
 * @param number within its job, from 0; everything random in the trial follows from it and the job's seed
 * @param unseen numbers of earlier trials whose outcomes did not count, in ascending order
 * @param requested whether a user asked for this configuration, and no sampler
 */
public record PlannedTrial(int number, Configuration configuration, List<Integer> unseen, boolean requested) {

    public PlannedTrial {
        unseen = unseen.stream().sorted().toList();
    }

    /** A trial that a sampler suggested. */
    public static PlannedTrial suggested(int number, Configuration configuration, List<Integer> unseen) {
        return new PlannedTrial(number, configuration, unseen, false);
    }
}
