package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import java.util.List;

/** How a search chooses what to try. */
public enum SearchStrategy {
    /** Everything the engine has. */
    ENGINE {
        @Override
        public Sampler sampler(SearchSpace space, EnsembleShares shares, List<Configuration> earlier, Seed seed) {
            return new Engine(space, Portfolio.shipped().with(earlier), shares, seed);
        }
    },
    /** The portfolio and nothing after it. */
    PORTFOLIO {
        @Override
        public Sampler sampler(SearchSpace space, EnsembleShares shares, List<Configuration> earlier, Seed seed) {
            return new PortfolioSampler(space, Portfolio.shipped());
        }
    },
    /** Defaults, then random draws, families in turn. */
    RANDOM {
        @Override
        public Sampler sampler(SearchSpace space, EnsembleShares shares, List<Configuration> earlier, Seed seed) {
            return new DefaultsFirst(space, new RandomSampler(space, seed));
        }
    };

    /**
     * The sampler of a job.
     *
     * @param shares what the families are worth to the job's ensemble
     * @param earlier configurations that did well on similar tables; the engine alone makes use of them
     * @param seed all that is drawn follows from it
     */
    public abstract Sampler sampler(SearchSpace space, EnsembleShares shares, List<Configuration> earlier, Seed seed);
}
