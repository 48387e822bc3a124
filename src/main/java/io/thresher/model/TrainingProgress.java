package io.thresher.model;

/** Who listens while a model trains. */
@FunctionalInterface
public interface TrainingProgress {

    /** Nobody listens and nothing is stopped. */
    TrainingProgress UNOBSERVED = (step, validationLoss) -> true;

    /**
     * Called after each step (a boosting round, an epoch, a tree), or after every few where steps are cheap.
     *
     * @param step steps done so far, from 1
     * @param validationLoss loss on the validation rows after that step, lower is better
     * @return false to stop training now and keep what is there
     */
    boolean report(int step, double validationLoss);
}
