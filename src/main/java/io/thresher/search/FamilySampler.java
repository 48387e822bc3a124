package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import java.util.List;
import java.util.Optional;

/** Model-based search within one family: a Gaussian process, and a tenth of random draws in case it is wrong. */
public final class FamilySampler implements Sampler {
    private static final double RANDOM_SHARE = 0.1;

    private final Sampler model;
    private final Sampler random;
    private final Seed seed;

    public FamilySampler(FamilySpace family, Seed seed) {
        this.model = new GaussianProcessSampler(family, seed);
        this.random = RandomSampler.within(family, seed);
        this.seed = seed;
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        boolean drawn = seed.fork("random or not", number).random().nextDouble() < RANDOM_SHARE;
        return (drawn ? random : model).suggest(number, history, pending);
    }
}
