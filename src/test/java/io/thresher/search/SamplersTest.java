package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplersTest {
    private static final SearchSpace SPACE = SearchSpaceYaml.parse("test", """
            families:
              baseline: {}
              line:
                cost: {type: real, low: 0.1, high: 10, log: true, default: 1}
              tree:
                depth: {type: integer, low: 1, high: 3, default: 2}
            """);

    @Test
    void defaults_come_first_in_the_order_of_the_space() {
        assertThat(suggest(sampler(1), 3))
                .extracting(Configuration::family)
                .containsExactly("baseline", "line", "tree");
    }

    @Test
    void the_same_seed_suggests_the_same_and_another_seed_does_not() {
        assertThat(suggest(sampler(1), 8)).isEqualTo(suggest(sampler(1), 8));
        assertThat(suggest(sampler(1), 8)).isNotEqualTo(suggest(sampler(2), 8));
    }

    @Test
    void asking_twice_changes_nothing() {
        Sampler sampler = sampler(1);

        assertThat(sampler.suggest(5, List.of(), List.of())).isEqualTo(sampler.suggest(5, List.of(), List.of()));
    }

    @Test
    void nothing_is_tried_twice_and_a_used_up_space_says_so() {
        SearchSpace small = SearchSpaceYaml.parse("test", """
                families:
                  tree:
                    depth: {type: integer, low: 1, high: 3, default: 2}
                """);
        Sampler sampler = new DefaultsFirst(small, new RandomSampler(small, new Seed(1)));

        List<Configuration> tried = suggest(sampler, 10);

        assertThat(tried).hasSize(3).doesNotHaveDuplicates();
    }

    private static Sampler sampler(long seed) {
        return new DefaultsFirst(SPACE, new RandomSampler(SPACE, new Seed(seed)));
    }

    private static List<Configuration> suggest(Sampler sampler, int trials) {
        List<Configuration> pending = new ArrayList<>();
        for (int number = 0; number < trials; number++) {
            Optional<Configuration> next = sampler.suggest(number, List.of(), List.copyOf(pending));
            next.ifPresent(pending::add);
        }
        return pending;
    }
}
