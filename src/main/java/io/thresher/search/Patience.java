package io.thresher.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When to stop because no further gain is expected. Among trials that are as good as drawn anew, the next best one comes
 * after a time in proportion to the time spent so far (record times; Arnold, Balakrishnan and Nagaraja, Records, 1998):
 * what is waited for is therefore a share of all that was spent, not a fixed number of trials.
 *
 * <p>A gain counts only where it is larger than noise: the best trial beats the earlier best by more than the standard
 * error of the differences between their losses, fold by fold.
 *
 * @param share of what was spent that may pass without a gain, above 0 and at most 1 (never stops)
 */
public record Patience(double share) {
    /** Half of the search without a gain. */
    public static final double DEFAULT_SHARE = 0.5;
    /** Trials before which nothing is concluded. */
    static final int LEAST_TRIALS = 30;
    /** Smallest gain that counts where there is one fold and noise is not known, as a share of the loss. */
    private static final double SMALLEST_GAIN = 1e-3;

    public Patience {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("patience must be above 0 and at most 1, got " + share);
        }
    }

    /**
     * Whether nothing was gained for too long.
     *
     * @param history trials that have ended, in order of their number
     */
    public boolean isExhausted(List<Observation> history) {
        if (history.size() < LEAST_TRIALS) {
            return false;
        }
        double spent = history.stream().mapToDouble(Observation::seconds).sum();
        double early = 0;
        int count = 0;
        while (count < history.size() && early + history.get(count).seconds() <= spent * (1 - share)) {
            early += history.get(count).seconds();
            count++;
        }
        Optional<Observation> before = best(history.subList(0, count));
        Optional<Observation> now = best(history);
        return before.isPresent() && now.isPresent() && !isGain(before.get(), now.get());
    }

    private static Optional<Observation> best(List<Observation> trials) {
        return trials.stream()
                .filter(trial -> !trial.stoppedEarly() && trial.loss().isPresent() && trial.isWithinLimits())
                .min((a, b) -> Double.compare(a.loss().getAsDouble(), b.loss().getAsDouble()));
    }

    private static boolean isGain(Observation before, Observation now) {
        double gain = before.loss().getAsDouble() - now.loss().getAsDouble();
        int folds = before.foldLosses().size();
        if (folds < 2 || now.foldLosses().size() != folds) {
            return gain > SMALLEST_GAIN * Math.abs(before.loss().getAsDouble());
        }
        double[] differences = IntStream.range(0, folds)
                .mapToDouble(
                        fold -> before.foldLosses().get(fold) - now.foldLosses().get(fold))
                .toArray();
        return gain > standardError(differences);
    }

    private static double standardError(double[] values) {
        double mean =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
        double squares = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
