package io.thresher.search;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a search knows of one family when it decides which family comes next.
 *
 * @param best lowest loss; absent as long as no trial gave one
 * @param gain expected improvement of its next trial on its own best: at least nothing
 * @param seconds cost of a trial to come
 * @param trials number of trials that have ended
 * @param running number of trials that have not
 */
record FamilyRecord(String family, OptionalDouble best, double gain, double seconds, int trials, int running) {
    /** Trials that speak for the next one: the latest, since a sampler changes where it looks. */
    private static final int LATEST = 12;
    /** What a trial costs beside its training: writing it down, handing it out, exporting its model. */
    private static final double AROUND_SECONDS = 0.2;

    /** The record of a family from its own trials, in order of their number. */
    static FamilyRecord of(String family, List<Observation> own, int running) {
        OptionalDouble best = own.stream()
                .flatMapToDouble(observation -> observation.loss().stream())
                .filter(Double::isFinite)
                .min();
        List<Observation> latest = own.subList(Math.max(0, own.size() - LATEST), own.size());
        return new FamilyRecord(
                family,
                best,
                best.isPresent() ? gain(latest, best.getAsDouble()) : 0,
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
     * latest: a few disasters say nothing of how good the next may be. Failures improve nothing. As a search closes in,
     * losses scatter less and this goes to nothing.
     */
    private static double gain(List<Observation> latest, double best) {
        double[] behind = latest.stream()
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

    /** Seconds its trials have cost so far. */
    double spentSeconds() {
        return trials * seconds;
    }
}
