package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Suggests where a Gaussian process expects the largest improvement, on ranks of losses (as HEBO, the best of the
 * black-box optimisation challenge, warps inputs and losses: Cowen-Rivers et al. 2022).
 */
public final class GaussianProcessSampler implements Sampler {
    private static final int LIMIT = 150;
    private static final int STARTING = 8;
    private static final LocalSearch SEARCH = new LocalSearch(150, 6, 10, 4);

    private final FamilySpace family;
    private final Coordinates coordinates;
    private final boolean[] words;
    private final Seed seed;
    private final Sampler random;

    public GaussianProcessSampler(FamilySpace family, Seed seed) {
        this.family = family;
        this.coordinates = new Coordinates(family);
        this.words = new boolean[coordinates.size()];
        for (int axis = 0; axis < words.length; axis++) {
            words[axis] = coordinates.choices(axis) > 0;
        }
        this.seed = seed;
        this.random = RandomSampler.within(family, seed);
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        Evidence evidence = Evidence.of(family.family(), coordinates, history, pending, LIMIT);
        if (evidence.size() < STARTING) {
            return random.suggest(number, history, pending);
        }
        SplittableRandom draws = seed.fork("gaussian", number).random();
        double[] scores = LossScale.quantiles(evidence.losses());
        int known = evidence.size();
        Relevance relevance = relevance(history);
        double[][] points = Arrays.copyOf(evidence.points(), known + evidence.pending().length);
        System.arraycopy(evidence.pending(), 0, points, known, evidence.pending().length);
        GaussianProcess process = GaussianProcess.of(relevance, words, points, Arrays.copyOf(scores, points.length));
        return SEARCH.search(point -> promise(process, point, scores[0]), coordinates, evidence, draws).stream()
                .map(coordinates::configuration)
                .filter(configuration -> !evidence.has(configuration))
                .findFirst()
                .or(() -> random.suggest(number, history, pending));
    }

    private static double promise(GaussianProcess process, double[] point, double best) {
        GaussianProcess.Prediction prediction = process.predict(point);
        return ExpectedImprovement.log(prediction.mean(), prediction.deviation(), best);
    }

    private volatile Learned last = new Learned(List.of(), Relevance.none());

    private record Learned(List<Observation> from, Relevance relevance) {}

    /** Learned anew each time the trials have grown by a sixth: it changes little and is the costly part. */
    private Relevance relevance(List<Observation> history) {
        List<Observation> known = history.stream()
                .filter(observation -> observation.configuration().family().equals(family.family()))
                .toList();
        int count = STARTING;
        while (Math.max(count + 1, count * 7 / 6) <= known.size()) {
            count = Math.max(count + 1, count * 7 / 6);
        }
        List<Observation> from = known.subList(0, count);
        Learned learned = last;
        if (!learned.from().equals(from)) {
            Evidence evidence = Evidence.of(family.family(), coordinates, from, List.of(), 100);
            learned = new Learned(
                    List.copyOf(from),
                    Relevance.learned(evidence.points(), LossScale.quantiles(evidence.losses()), words));
            last = learned;
        }
        return learned.relevance();
    }
}
