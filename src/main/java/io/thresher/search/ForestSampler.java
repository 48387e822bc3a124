package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Suggests where a forest of regression trees expects the largest improvement, found by local search (SMAC: Hutter et al.,
 * Sequential Model-Based Optimization for General Algorithm Configuration, 2011; Lindauer et al., SMAC3, 2022). Trees
 * take choices and conditions as they are.
 */
public final class ForestSampler implements Sampler {
    private static final int LIMIT = 300;
    private static final int STARTING = 8;
    private static final LocalSearch SEARCH = new LocalSearch(300, 8, 12, 4);

    private final FamilySpace family;
    private final Coordinates coordinates;
    private final Seed seed;
    private final Sampler random;

    public ForestSampler(FamilySpace family, Seed seed) {
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
        SplittableRandom draws = seed.fork("forest", number).random();
        double[] scores = LossScale.quantiles(evidence.losses());
        int known = evidence.size();
        double[][] points = Arrays.copyOf(evidence.points(), known + evidence.pending().length);
        System.arraycopy(evidence.pending(), 0, points, known, evidence.pending().length);
        // The constant liar (Ginsbourger et al. 2010): what still runs is taken to end as the middle of all.
        double[] told = Arrays.copyOf(scores, points.length);
        RegressionForest forest = RegressionForest.grown(points, told, coordinates, draws);
        return SEARCH
                .search(point -> forest.logExpectedImprovement(point, scores[0]), coordinates, evidence, draws)
                .stream()
                .map(coordinates::configuration)
                .filter(configuration -> !evidence.has(configuration))
                .findFirst()
                .or(() -> random.suggest(number, history, pending));
    }
}
