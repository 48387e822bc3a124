package io.thresher.job;

import java.util.Optional;

/**
 * How a job ended.
 *
 * @param state a final one
 * @param reason why the search stopped
 * @param best number of the trial that is best, if one succeeded
 * @param error why there is no model, where one was wanted
 */
public record JobEnd(JobState state, EndReason reason, Optional<Integer> best, Optional<String> error) {

    public JobEnd {
        if (!state.isFinal()) {
            throw new IllegalArgumentException("a job cannot end as " + state);
        }
    }

    /** The end of a job that found something: CANCELLED if the user ended it, else SUCCEEDED. */
    public static JobEnd with(EndReason reason, int best) {
        return new JobEnd(
                reason == EndReason.CANCELLED ? JobState.CANCELLED : JobState.SUCCEEDED,
                reason,
                Optional.of(best),
                Optional.empty());
    }

    /**
     * The end of a job that found nothing: CANCELLED if the user ended it, else FAILED.
     *
     * @param error why nothing was found
     */
    public static JobEnd without(EndReason reason, String error) {
        return reason == EndReason.CANCELLED
                ? new JobEnd(JobState.CANCELLED, reason, Optional.empty(), Optional.empty())
                : new JobEnd(JobState.FAILED, reason, Optional.empty(), Optional.of(error));
    }
}
