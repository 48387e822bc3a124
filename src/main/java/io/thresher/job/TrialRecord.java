package io.thresher.job;

import io.thresher.space.Configuration;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialState;
import java.util.Optional;

/**
 * A trial as the journal remembers it.
 *
 * @param outcome how it ended, once it has
 */
public record TrialRecord(PlannedTrial plan, TrialState state, Optional<TrialOutcome> outcome) {

    /** Within its job, from 0. */
    public int number() {
        return plan.number();
    }

    public Configuration configuration() {
        return plan.configuration();
    }
}
