package io.thresher.model;

import java.util.OptionalDouble;

/** Who listens while a model trains. */
@FunctionalInterface
public interface TrainingProgress {

    /** Nobody listens and nothing is stopped. */
    TrainingProgress UNOBSERVED = (step, trainingLoss, validationLoss) -> true;

    /**
     * Called after each step (a boosting round, an epoch, a tree), or after every few where steps are cheap.
     *
     * @param step steps done so far, from 1
     * @param trainingLoss loss on the training rows during or after that step, where training gives it away cheaply
     * @param validationLoss loss on the validation rows after that step, lower is better
     * @return false to stop training now and keep what is there
     */
    boolean report(int step, OptionalDouble trainingLoss, double validationLoss);

    /**
     * Seconds that training may still take; infinite where nothing limits it. {@link #report} says when they are over; a
     * model that follows a plan fits it into them.
     */
    default double secondsLeft() {
        return Double.POSITIVE_INFINITY;
    }

    /** The same where there is no loss on the training rows. */
    default boolean report(int step, double validationLoss) {
        return report(step, OptionalDouble.empty(), validationLoss);
    }
}
