package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.seed.Seed;
import io.thresher.space.SearchSpace;
import org.junit.jupiter.api.Test;

class GaussianProcessSamplerTest implements SamplerContract {
    @Override
    public Sampler sampler(SearchSpace space, Seed seed) {
        return new GaussianProcessSampler(space.families().get(0), seed);
    }

    @Test
    void comes_closer_than_random_draws_do_in_four_times_as_many_trials() {
        double found = 0;
        double drawn = 0;
        for (int seed = 0; seed < 3; seed++) {
            found += best(sampler(MIXED, new Seed(seed)), 50);
            drawn += best(new RandomSampler(MIXED, new Seed(seed)), 200);
        }

        assertThat(found).isLessThan(drawn);
    }

    private static double best(Sampler sampler, int trials) {
        return SamplerContract.search(sampler, trials, 1).stream()
                .mapToDouble(trial -> trial.loss().orElseThrow())
                .min()
                .orElseThrow();
    }
}
