package io.thresher.model.xgboost;

import java.util.OptionalDouble;

/**
 * The learning rate where time is short. A loss falls with the sum of the rates of all rounds: where those that there is
 * time for would not sum up to what it takes, each counts for more, up to a rate at which boosting still learns well. What
 * rounds take is learned from those so far, and looked at again whenever there are twice as many.
 */
final class HurriedRate {
    /** Rates added up, by which most of what boosting learns is learned. */
    private static final double ENOUGH = 10;
    /** XGBoost's own default; above it, trees undo what others did. */
    private static final double HIGHEST = 0.3;

    private static final int FIRST_LOOK = 3;

    private final double planned;
    private double rate;
    private double sum;
    private int nextLook = FIRST_LOOK;

    /**
     * @param planned the rate where there is time enough
     */
    HurriedRate(double planned) {
        this.planned = planned;
        this.rate = planned;
    }

    /**
     * Told after each round. The rate from the next round on, if it is another one.
     *
     * @param seconds that all rounds so far took
     * @param secondsLeft for those to come; may be infinite
     */
    OptionalDouble after(int round, double seconds, double secondsLeft) {
        sum += rate;
        if (round < nextLook) {
            return OptionalDouble.empty();
        }
        nextLook = 2 * round;
        double roundsLeft = Math.max(1, secondsLeft / (seconds / round));
        double wanted = Math.max(planned, Math.min(HIGHEST, (ENOUGH - sum) / roundsLeft));
        if (wanted == rate) {
            return OptionalDouble.empty();
        }
        rate = wanted;
        return OptionalDouble.of(rate);
    }
}
