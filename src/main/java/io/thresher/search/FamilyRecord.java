package io.thresher.search;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a search knows of one family when it decides which family comes next.
 *
 * @param first loss of the first trial that gave one
 * @param best lowest loss within the limits of the job; where none keeps to them, that of the trial that is the least over
 *     them; absent as long as no trial gave one
 * @param excess how far the best is over the limits; 0 within them
 * @param gain expected improvement of its next trial on its own best: at least nothing
 * @param seconds cost of a trial to come
 * @param trials number of trials that have ended
 * @param running number of trials that have not
 */
record FamilyRecord(
        String family,
        OptionalDouble first,
        OptionalDouble best,
        double excess,
        double gain,
        double seconds,
        int trials,
        int running) {
    /** Trials that speak for the next one: the latest, since a sampler changes where it looks. */
    private static final int LATEST = 12;
    /** What a trial costs beside its training: writing it down, handing it out, exporting its model. */
    private static final double AROUND_SECONDS = 0.2;

    /** The record of a family that keeps to the limits and whose first trial was its best. */
    FamilyRecord(String family, OptionalDouble best, double gain, double seconds, int trials, int running) {
        this(family, best, best, 0, gain, seconds, trials, running);
    }

    /** The record of a family from its own trials, in order of their number. */
    static FamilyRecord of(String family, List<Observation> own, int running) {
        double excess = own.stream()
                .filter(FamilyRecord::gaveLoss)
                .mapToDouble(Observation::excess)
                .min()
                .orElse(0);
        OptionalDouble best = own.stream()
                .filter(observation -> observation.excess() == excess)
                .flatMapToDouble(observation -> observation.loss().stream())
                .filter(Double::isFinite)
                .min();
        List<Observation> latest = own.subList(Math.max(0, own.size() - LATEST), own.size());
        OptionalDouble first = own.stream()
                .filter(FamilyRecord::gaveLoss)
                .mapToDouble(observation -> observation.loss().orElseThrow())
                .findFirst();
        return new FamilyRecord(
                family,
                first,
                best,
                excess,
                best.isPresent() && excess == 0 ? gain(latest, best.getAsDouble()) : 0,
                AROUND_SECONDS
                        + latest.stream()
                                .mapToDouble(Observation::seconds)
                                .average()
                                .orElse(0),
                own.size(),
                running);
    }

    /**
     * Expected improvement on the best if the next loss is drawn from the normal distribution of the better half of the
     * latest: a few disasters say nothing of how good the next may be. Failures, and what is over the limits, improve
     * nothing. As a search closes in, losses scatter less and this goes to nothing.
     */
    private static double gain(List<Observation> latest, double best) {
        double[] behind = latest.stream()
                .filter(Observation::isWithinLimits)
                .flatMapToDouble(observation -> observation.loss().stream())
                .filter(Double::isFinite)
                .map(loss -> loss - best)
                .sorted()
                .toArray();
        int half = Math.max(1, (behind.length + 1) / 2);
        double[] better = Arrays.copyOf(behind, half);
        double mean = Arrays.stream(better).average().orElse(0);
        double variance = Arrays.stream(better)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElse(0);
        return variance == 0 ? 0 : ExpectedImprovement.of(mean, Math.sqrt(variance), 0) * behind.length / latest.size();
    }

    private static boolean gaveLoss(Observation trial) {
        return trial.loss().isPresent() && Double.isFinite(trial.loss().getAsDouble());
    }

    /** Seconds its trials have cost so far. */
    double spentSeconds() {
        return trials * seconds;
    }
}
