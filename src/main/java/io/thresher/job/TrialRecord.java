package io.thresher.job;

import io.thresher.space.Configuration;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialState;
import java.util.Optional;

/**
 * A trial as the journal remembers it.
 *
 * @param number within its job, from 0
 * @param outcome how it ended, once it has
 */
public record TrialRecord(int number, Configuration configuration, TrialState state, Optional<TrialOutcome> outcome) {}
