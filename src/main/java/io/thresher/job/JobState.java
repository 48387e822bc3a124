package io.thresher.job;

/**
 * Where a search job is in its life.
 *
 * <pre>
 * QUEUED → RUNNING → SUCCEEDED | FAILED
 *    ↓        ↓
 *    └→ CANCELLING → CANCELLED
 * RUNNING → PAUSING → PAUSED → QUEUED
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

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return this == CANCELLED || this == SUCCEEDED || this == FAILED;
    }
}
