package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.SearchSpace;

/** How a search chooses what to try. */
public enum SearchStrategy {
    /** Everything the engine has. */
    ENGINE {
        @Override
        public Sampler sampler(SearchSpace space, EnsembleShares shares, Seed seed) {
            return new Engine(space, Portfolio.shipped(), shares, seed);
        }
    },
    /** The portfolio and nothing after it. */
    PORTFOLIO {
        @Override
        public Sampler sampler(SearchSpace space, EnsembleShares shares, Seed seed) {
            return new PortfolioSampler(space, Portfolio.shipped());
        }
    },
    /** Defaults, then random draws, families in turn. */
    RANDOM {
        @Override
        public Sampler sampler(SearchSpace space, EnsembleShares shares, Seed seed) {
            return new DefaultsFirst(space, new RandomSampler(space, seed));
        }
    };

    /**
     * The sampler of a job.
     *
     * @param shares what the families are worth to the job's ensemble
     * @param seed all that is drawn follows from it
     */
    public abstract Sampler sampler(SearchSpace space, EnsembleShares shares, Seed seed);
}
