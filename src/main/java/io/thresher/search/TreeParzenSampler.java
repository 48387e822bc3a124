package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Tree-structured Parzen estimator (Bergstra et al., Algorithms for Hyper-Parameter Optimization, 2011) over all
 * parameters at once (Falkner et al., BOHB, 2018): l(x) is a density of the good trials, g(x) of the others, and the
 * candidate drawn from l with the largest l(x) / g(x) is suggested. Settings after Watanabe, Tree-Structured Parzen
 * Estimator: Understanding Its Algorithm Components, 2023: the best 15 % are good, weighted by how much better than the
 * first of the others they are.
 */
public final class TreeParzenSampler implements Sampler {
    private static final int LIMIT = 200;
    /** Trials before which nothing can be told apart. */
    private static final int STARTING = 10;
    /** γ: share of trials that are good. */
    private static final double GOOD = 0.15;

    private static final int CANDIDATES = 48;

    private final FamilySpace family;
    private final Coordinates coordinates;
    private final Seed seed;
    private final Sampler random;

    public TreeParzenSampler(FamilySpace family, Seed seed) {
        this.family = family;
        this.coordinates = new Coordinates(family);
        this.seed = seed;
        this.random = RandomSampler.within(family, seed);
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        Evidence evidence = Evidence.of(family.family(), coordinates, history, pending, LIMIT);
        if (evidence.size() < STARTING) {
            return random.suggest(number, history, pending);
        }
        SplittableRandom draws = seed.fork("parzen", number).random();
        int good = Math.max(2, (int) Math.ceil(GOOD * evidence.size()));
        ParzenEstimator likely = ParzenEstimator.ofGood(coordinates, evidence, good);
        ParzenEstimator unlikely = ParzenEstimator.ofOthers(coordinates, evidence, good);
        return Candidates.best(
                        () -> likely.draw(draws),
                        CANDIDATES,
                        point -> likely.logDensity(point) - unlikely.logDensity(point),
                        coordinates,
                        evidence)
                .or(() -> random.suggest(number, history, pending));
    }
}
