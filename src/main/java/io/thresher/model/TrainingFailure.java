package io.thresher.model;

/** A configuration that could not be trained. A result of the search, not a fault of the service. */
public final class TrainingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why training ended without a model. */
    public enum Cause {
        /** The loss left the finite numbers. */
        DIVERGED,
        /** The configuration cannot work on these rows. */
        INFEASIBLE
    }

    private final Cause kind;

    public TrainingFailure(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }
}
