package io.thresher.trial;

/** Why a trial has no score. */
public enum FailureReason {
    /** The worker ran out of memory. */
    OUT_OF_MEMORY,
    /** The trial took longer than its time limit. */
    TIMEOUT,
    /** The worker's process died. */
    CRASHED,
    /** The loss left the finite numbers. */
    DIVERGED,
    /** The configuration cannot work on this dataset. */
    INFEASIBLE,
    /** The exported model predicts something else than what was evaluated. */
    EXPORT_MISMATCH,
    /** Anything else; the message says what. */
    ERROR
}
