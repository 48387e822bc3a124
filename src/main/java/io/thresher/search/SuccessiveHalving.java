package io.thresher.search;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Asynchronous successive halving in the form that stops trials and resumes none (Li et al., A System for Massively
 * Parallel Hyperparameter Tuning, 2020): at a rung a trial goes on if its loss there is in the best part of those of the
 * earlier trials, itself among them; nobody waits for anybody. With halves it is the median rule (Golovin et al., Google
 * Vizier, 2017).
 *
 * @param reduction η; one in so many goes on
 * @param least earlier losses below which nothing is stopped: the first trials of a search say little of the next ones
 */
public record SuccessiveHalving(double reduction, int least) {
    /** Half go on, once four are known. What this drops in error is told in {@code CurveFigures}. */
    public static final SuccessiveHalving HALVES = new SuccessiveHalving(2, 4);

    public SuccessiveHalving {
        if (!(reduction > 1) || least < 1) {
            throw new IllegalArgumentException(
                    "reduction must be above 1 and least at least 1, got %s and %d".formatted(reduction, least));
        }
    }

    /**
     * The highest loss that goes on at a rung; absent if nothing is stopped there.
     *
     * @param earlier losses of the earlier trials at this rung, whether they went on or not
     */
    public OptionalDouble bar(double[] earlier) {
        int kept = (int) Math.ceil((earlier.length + 1) / reduction);
        if (earlier.length < least || kept > earlier.length) {
            return OptionalDouble.empty();
        }
        double[] ascending = earlier.clone();
        Arrays.sort(ascending);
        return OptionalDouble.of(ascending[kept - 1]);
    }
}
