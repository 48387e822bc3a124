package io.thresher.trial;

/** Where a trial is in its life. */
public enum TrialState {
    /** Written down, waiting for a worker. */
    QUEUED,
    /** A worker has it. */
    RUNNING,
    /** It has a score and a model. */
    SUCCEEDED,
    /** It was stopped early because it could not win. */
    PRUNED,
    /** It has no score, and a reason. */
    FAILED,
    /** Its configuration cannot work on this dataset. */
    INFEASIBLE,
    /** It was stopped because its job ended, or because a user said so. */
    CANCELLED;

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
