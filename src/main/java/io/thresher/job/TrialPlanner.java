package io.thresher.job;

import io.thresher.trial.TrialOutcome;
import java.util.Optional;

/** Decides which trial comes next. Keeps nothing: the same book always gives the same trial. */
interface TrialPlanner {

    /** Whether all is known that the next trial is to know; if not, a trial that runs must end first. */
    boolean isReady(TrialBook book);

    /** The next trial, or why there is none. Asked only when it is ready. */
    NextTrial next(TrialBook book);

    /** How the trial ends without being run, if that is settled. */
    default Optional<TrialOutcome> settled(int number) {
        return Optional.empty();
    }
}
