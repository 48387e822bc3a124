/**
 * One trial from start to end: cross-validate one configuration, with out-of-fold predictions.
 * Knows nothing of processes, queues or databases. Start at {@link io.thresher.trial.CrossValidation}; what goes in is a
 * {@link io.thresher.trial.TrialSpec}, what comes out a {@link io.thresher.trial.TrialOutcome}.
 */
@NullMarked
package io.thresher.trial;

import org.jspecify.annotations.NullMarked;
