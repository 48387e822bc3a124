package io.thresher.worker.protocol;

import io.thresher.trial.FailureReason;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialOutcome.Pruned;
import io.thresher.trial.TrialOutcome.Succeeded;
import org.jspecify.annotations.Nullable;

/**
 * How a trial ended, as a worker says it. Exactly one of the three is there; none where a worker stopped because it was
 * told to.
 */
public record OutcomeMessage(
        @Nullable Succeeded succeeded,
        @Nullable Failed failed,
        @Nullable Pruned pruned) {

    public static OutcomeMessage of(TrialOutcome outcome) {
        return outcome.match(
                succeeded -> new OutcomeMessage(succeeded, null, null),
                failed -> new OutcomeMessage(null, failed, null),
                pruned -> new OutcomeMessage(null, null, pruned),
                cancelled -> new OutcomeMessage(null, null, null));
    }

    public TrialOutcome outcome() {
        if (succeeded != null) {
            return succeeded;
        }
        if (failed != null) {
            return failed;
        }
        return pruned != null ? pruned : new Failed(FailureReason.ERROR, "the worker gave no outcome");
    }
}
