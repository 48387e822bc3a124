package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Suggests where a Gaussian process expects the largest improvement (Snoek et al., Practical Bayesian Optimization of
 * Machine Learning Algorithms, 2012), with losses taken by their ranks, since they are skewed (as HEBO, the best of the
 * black-box optimisation challenge, warps them: Cowen-Rivers et al., HEBO, 2022).
 */
public final class GaussianProcessSampler implements Sampler {
    /** Trials a process is conditioned on, at the most: its cost grows with their cube. */
    private static final int LIMIT = 120;
    /** Trials before which there is nothing to learn from. */
    private static final int STARTING = 8;

    private static final LocalSearch SEARCH = new LocalSearch(150, 6, 10, 4);

    private final Coordinates coordinates;
    private final Seed seed;
    private final Sampler random;
    private final LearnedRelevance relevance;

    public GaussianProcessSampler(FamilySpace family, Seed seed) {
        this.coordinates = new Coordinates(family);
        this.seed = seed;
        this.random = RandomSampler.within(family, seed);
        this.relevance = new LearnedRelevance(coordinates, STARTING);
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        Evidence evidence = Evidence.of(coordinates, history, pending, LIMIT);
        if (evidence.size() < STARTING) {
            return random.suggest(number, history, pending);
        }
        SplittableRandom draws = seed.fork("gaussian", number).random();
        double[] scores = evidence.scores();
        GaussianProcess process =
                GaussianProcess.of(relevance.of(history), coordinates.isWord(), evidence.pointsAndPending(), scores);
        return evidence.firstNew(
                        SEARCH.search(point -> promise(process, point, scores[0]), coordinates, evidence, draws))
                .or(() -> random.suggest(number, history, pending));
    }

    private static double promise(GaussianProcess process, double[] point, double best) {
        GaussianProcess.Prediction prediction = process.predict(point);
        return ExpectedImprovement.log(prediction.mean(), prediction.deviation(), best);
    }
}
