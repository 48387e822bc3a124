package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Samplers that take turns: what one is blind to another may see, and a mixture of two did better than either in the
 * black-box optimisation challenge (Turner et al., Bayesian Optimization is Superior to Random Search for Machine Learning
 * Hyperparameter Tuning, 2021, §4.4).
 */
public final class TakingTurns implements Sampler {
    private final List<Sampler> samplers;
    private final Seed seed;

    public TakingTurns(Seed seed, List<Sampler> samplers) {
        this.seed = seed;
        this.samplers = List.copyOf(samplers);
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        SplittableRandom draws = seed.fork("turn", number).random();
        // Drawn, not counted: which trials a family gets may follow a rhythm of its own.
        int turn = draws.nextInt(samplers.size());
        return samplers.get(turn).suggest(number, history, pending);
    }
}
