package io.thresher.job;

/** A job is asked for something that its state does not allow. */
public final class IllegalJobTransition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what is asked for, as a participle
     * @param state the job is in
     */
    public IllegalJobTransition(String what, JobState state) {
        super("a search job that is %s cannot be %s".formatted(state, what));
    }
}
