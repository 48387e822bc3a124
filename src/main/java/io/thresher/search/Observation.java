package io.thresher.search;

import io.thresher.space.Configuration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of a trial that has ended.
 *
 * @param number number of the trial, from 0
 * @param loss what it reached, lower is better; where it was stopped early, what the folds it finished let expect; absent
 *     if it failed
 * @param foldLosses losses on the folds it finished, in order; fewer than there are folds if it was stopped early
 * @param rungLosses lowest losses up to the rungs of its learning curve that it reached, in order; comparable within its
 *     family
 * @param stoppedEarly whether it was given up because it could not win
 * @param seconds what it cost; 1 for every trial where costs must not sway the search, so that it can be reproduced
 * @param excess how far its model is over the limits of the job, 0 if it keeps to them: the natural logarithm of how many
 *     times too large or slow it is. However good its loss, it cannot win
 */
public record Observation(
        int number,
        Configuration configuration,
        OptionalDouble loss,
        List<Double> foldLosses,
        List<Double> rungLosses,
        boolean stoppedEarly,
        double seconds,
        double excess) {

    public Observation {
        foldLosses = List.copyOf(foldLosses);
        rungLosses = List.copyOf(rungLosses);
    }

    /** A trial that keeps to the limits, or of which that is not known. */
    public Observation(
            int number,
            Configuration configuration,
            OptionalDouble loss,
            List<Double> foldLosses,
            List<Double> rungLosses,
            boolean stoppedEarly,
            double seconds) {
        this(number, configuration, loss, foldLosses, rungLosses, stoppedEarly, seconds, 0);
    }

    /** A trial without a learning curve. */
    public Observation(
            int number,
            Configuration configuration,
            OptionalDouble loss,
            List<Double> foldLosses,
            boolean stoppedEarly,
            double seconds) {
        this(number, configuration, loss, foldLosses, List.of(), stoppedEarly, seconds);
    }

    /** Whether it may be delivered, if it is good enough. */
    public boolean isWithinLimits() {
        return excess == 0;
    }

    /** A trial that was trained on every fold and cost as much as any other. */
    public static Observation of(int number, Configuration configuration, double loss) {
        return new Observation(number, configuration, OptionalDouble.of(loss), List.of(loss), false, 1);
    }

    /**
     * A trial that gave no model.
     *
     * @param seconds what it cost
     */
    public static Observation failed(int number, Configuration configuration, double seconds) {
        return new Observation(number, configuration, OptionalDouble.empty(), List.of(), false, seconds);
    }
}
