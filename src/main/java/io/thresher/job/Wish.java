package io.thresher.job;

/** What is to become of a search, gravest last. */
enum Wish {
    GO_ON,
    PAUSE,
    CANCEL,
    ABANDON;

    /** This, or the other if that is graver: what was asked for is never undone by less. */
    Wish or(Wish other) {
        return other.compareTo(this) > 0 ? other : this;
    }

    /** What is left to wish once a pause is taken back. */
    Wish resumed() {
        return this == PAUSE ? GO_ON : this;
    }

    /** What the user wishes of a job in this state. */
    static Wish of(JobState state) {
        return switch (state) {
            case CANCELLING -> CANCEL;
            case PAUSING -> PAUSE;
            default -> GO_ON;
        };
    }
}
