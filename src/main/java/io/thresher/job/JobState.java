package io.thresher.job;

import java.util.Set;

/**
 * Where a search job is in its life. What a user asks for is one of the methods: each gives the state that follows, the
 * same state where there is nothing to do, or refuses by {@link IllegalJobTransition}.
 *
 * <pre>
 * QUEUED → RUNNING → SUCCEEDED | FAILED
 *   RUNNING → PAUSING → PAUSED           by pausing; QUEUED → PAUSED
 *   PAUSED → QUEUED, PAUSING → RUNNING   by resuming
 *   any but final → CANCELLING → CANCELLED
 *   final → QUEUED                       by reopening
 * </pre>
 */
public enum JobState {
    QUEUED,
    RUNNING,
    PAUSING,
    PAUSED,
    CANCELLING,
    CANCELLED,
    SUCCEEDED,
    FAILED;

    /** Whether nothing will change any more by itself and nothing is left to end. */
    public boolean isFinal() {
        return this == CANCELLED || this == SUCCEEDED || this == FAILED;
    }

    /** The state once it is told to pause. */
    public JobState pause() {
        return switch (this) {
            case QUEUED, PAUSED -> PAUSED;
            case RUNNING, PAUSING -> PAUSING;
            case CANCELLING, CANCELLED, SUCCEEDED, FAILED -> throw new IllegalJobTransition("paused", this);
        };
    }

    /** The state once it is told to go on after a pause. */
    public JobState resume() {
        return switch (this) {
            case QUEUED, PAUSED -> QUEUED;
            case RUNNING, PAUSING -> RUNNING;
            case CANCELLING, CANCELLED, SUCCEEDED, FAILED -> throw new IllegalJobTransition("resumed", this);
        };
    }

    /** The state once it is told to end soon; what has ended stays as it is. */
    public JobState cancel() {
        return isFinal() ? this : CANCELLING;
    }

    /** Checks that the budget can grow: at any time but while the job is brought to an end. */
    public void requireExtensible() {
        if (this == CANCELLING) {
            throw new IllegalJobTransition("extended", this);
        }
    }

    /**
     * Checks that a search is under way or will be, so that what it tries can be changed.
     *
     * @param what is asked for, as a participle
     */
    public void requireOpen(String what) {
        if (isFinal() || this == CANCELLING) {
            throw new IllegalJobTransition(what, this);
        }
    }

    /** The states in which a job has something to do when the service starts. */
    public static Set<JobState> unattended() {
        return Set.of(QUEUED, RUNNING, PAUSING, CANCELLING);
    }
}
