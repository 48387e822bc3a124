package io.thresher.search;

import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one family, as points and losses, the best first: at most so many trials that a model learns from
 * them in milliseconds, however long the search. What is over the limits of the job is worse than all that keeps to them, and
 * the worse the further it is over (as in Deb, An efficient constraint handling method for genetic algorithms, 2000): ranks
 * lead a model back within them. Failed trials count as bad as the worst.
 */
final class Evidence {
    private static final Comparator<Observation> BEST_FIRST = Comparator.comparing((Observation observation) ->
                    !Double.isFinite(observation.loss().orElse(Double.NaN)))
            .thenComparingDouble(Observation::excess)
            .thenComparingDouble(observation -> observation.loss().orElse(Double.POSITIVE_INFINITY))
            .thenComparing(Observation::number);

    private final Coordinates coordinates;
    private final double[][] points;
    private final double[] losses;
    private final double[][] pending;
    private final List<Observation> known;
    private final List<Configuration> running;

    private Evidence(
            Coordinates coordinates,
            double[][] points,
            double[] losses,
            double[][] pending,
            List<Observation> known,
            List<Configuration> running) {
        this.coordinates = coordinates;
        this.points = points;
        this.losses = losses;
        this.pending = pending;
        this.known = known;
        this.running = running;
    }

    /**
     * The evidence on the family of these coordinates.
     *
     * @param limit trials looked at, at the most: half of them the best, the others the latest
     */
    static Evidence of(Coordinates coordinates, List<Observation> history, List<Configuration> pending, int limit) {
        List<Observation> known = history.stream()
                .filter(observation -> observation.configuration().family().equals(coordinates.family()))
                .toList();
        List<Observation> chosen = chosen(known, limit);
        Scale scale = Scale.of(chosen);
        List<Configuration> running = pending.stream()
                .filter(configuration -> configuration.family().equals(coordinates.family()))
                .toList();
        return new Evidence(
                coordinates,
                chosen.stream()
                        .map(observation -> coordinates.of(observation.configuration()))
                        .toArray(double[][]::new),
                chosen.stream().mapToDouble(scale::of).toArray(),
                running.stream().map(coordinates::of).toArray(double[][]::new),
                known,
                running);
    }

    /** Number of trials. */
    int size() {
        return losses.length;
    }

    /** Their points, the best first. */
    double[][] points() {
        return points;
    }

    /** Their losses, the lowest first; all finite. Of what is over the limits only the order says something. */
    double[] losses() {
        return losses;
    }

    /** Number of trials whose outcome is not known yet. */
    int running() {
        return pending.length;
    }

    /** The points, then those of trials whose outcome is not known yet. */
    double[][] pointsAndPending() {
        double[][] all = Arrays.copyOf(points, points.length + pending.length);
        System.arraycopy(pending, 0, all, points.length, pending.length);
        return all;
    }

    /**
     * A score for each of {@link #pointsAndPending}: the normal quantiles of the losses' ranks, and 0, their middle, for
     * what still runs (the constant liar of Ginsbourger et al., Kriging Is Well-Suited to Parallelize Optimization, 2010).
     */
    double[] scores() {
        return Arrays.copyOf(LossScale.quantiles(losses), points.length + pending.length);
    }

    /** The first of some points that has not been tried and is not being tried. */
    Optional<Configuration> firstNew(List<double[]> candidates) {
        return candidates.stream()
                .map(coordinates::configuration)
                .filter(configuration -> !has(configuration))
                .findFirst();
    }

    private boolean has(Configuration configuration) {
        // One look through all is cheaper than a hash of each: few suggestions are looked up.
        return running.contains(configuration)
                || known.stream()
                        .anyMatch(observation -> observation.configuration().equals(configuration));
    }

    /**
     * Losses such that only their order matters.
     *
     * @param worst finite loss of a trial within the limits, or of any
     * @param mostExcess over the limits
     */
    private record Scale(double worst, double mostExcess) {
        static Scale of(List<Observation> trials) {
            return new Scale(
                    trials.stream()
                            .flatMapToDouble(trial -> trial.loss().stream())
                            .filter(Double::isFinite)
                            .max()
                            .orElse(0),
                    trials.stream().mapToDouble(Observation::excess).max().orElse(0));
        }

        double of(Observation trial) {
            double loss = trial.loss().orElse(Double.NaN);
            if (!Double.isFinite(loss)) {
                return worst + mostExcess;
            }
            return trial.isWithinLimits() ? loss : worst + trial.excess();
        }
    }

    private static List<Observation> chosen(List<Observation> known, int limit) {
        if (known.size() <= limit) {
            return known.stream().sorted(BEST_FIRST).toList();
        }
        List<Observation> sorted = new ArrayList<>(known);
        sorted.sort(BEST_FIRST);
        Set<Integer> kept = new HashSet<>();
        for (int i = 0; i < limit / 2; i++) {
            kept.add(sorted.get(i).number());
        }
        for (int i = known.size() - 1; kept.size() < limit; i--) {
            kept.add(known.get(i).number());
        }
        return sorted.stream()
                .filter(observation -> kept.contains(observation.number()))
                .toList();
    }
}
