package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What every sampler keeps to. */
interface SamplerContract {
    /** Real and whole, linear and logarithmic, choices, and conditions on a choice and on a number. */
    SearchSpace MIXED = SearchSpaceYaml.parse("mixed", """
            families:
              trees:
                booster: {type: categorical, choices: [tree, linear, dart], default: tree}
                rate:    {type: real, low: 0.001, high: 1, log: true, default: 0.1, when: {booster: [tree, dart]}}
                drop:    {type: real, low: 0, high: 1, default: 0.5, when: {booster: dart}}
                depth:   {type: integer, low: 1, high: 12, default: 6, when: {booster: [tree, dart]}}
                leaves:  {type: integer, low: 8, high: 512, log: true, default: 64, when: {depth: [10, 11, 12]}}
                fixed:   {type: real, low: 0.5, high: 0.5, default: 0.5}
                cost:    {type: real, low: 0.01, high: 100, log: true, default: 1}
            """);

    SearchSpace TINY = SearchSpaceYaml.parse("tiny", """
            families:
              trees:
                depth: {type: integer, low: 1, high: 4, default: 2}
                kind:  {type: categorical, choices: [a, b], default: a}
            """);

    /** A sampler of the space, which has one family. */
    Sampler sampler(SearchSpace space, Seed seed);

    @Test
    default void suggests_only_what_the_space_allows() {
        FamilySpace family = MIXED.families().get(0);

        for (Observation observation : search(sampler(MIXED, new Seed(1)), 60, 0)) {
            Map<String, Object> values = observation.configuration().values();
            Map<String, Object> earlier = new LinkedHashMap<>();
            for (Dimension dimension : family.dimensions()) {
                String name = dimension.parameter().name();
                boolean takesPart = dimension
                        .condition()
                        .map(condition -> condition.holds(earlier))
                        .orElse(true);
                assertThat(values.containsKey(name))
                        .as("%s in %s", name, values)
                        .isEqualTo(takesPart);
                if (takesPart) {
                    Object value = Optional.ofNullable(values.get(name)).orElseThrow();
                    assertThat(dimension.parameter().contains(value))
                            .as("%s in %s", name, values)
                            .isTrue();
                    earlier.put(name, value);
                }
            }
            assertThat(values.keySet()).isEqualTo(earlier.keySet());
        }
    }

    @Test
    default void failed_and_unreadable_trials_do_not_stop_it() {
        Sampler sampler = sampler(MIXED, new Seed(2));
        List<Observation> history = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            Configuration next = sampler.suggest(number, history, List.of()).orElseThrow();
            OptionalDouble loss = switch (number % 4) {
                case 0 -> OptionalDouble.empty();
                case 1 -> OptionalDouble.of(Double.NaN);
                case 2 -> OptionalDouble.of(Double.POSITIVE_INFINITY);
                default -> OptionalDouble.of(loss(next));
            };
            history.add(new Observation(number, next, loss, List.of(), false, 1));
        }

        assertThat(history).hasSize(40);
    }

    @Test
    default void goes_on_where_every_trial_failed_or_all_are_equal() {
        Sampler sampler = sampler(MIXED, new Seed(3));
        List<Observation> failures = new ArrayList<>();
        List<Observation> equals = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            failures.add(Observation.failed(
                    number, sampler.suggest(number, failures, List.of()).orElseThrow(), 1));
            equals.add(Observation.of(
                    number, sampler.suggest(number, equals, List.of()).orElseThrow(), 0.5));
        }

        assertThat(failures).hasSize(25);
        assertThat(equals).hasSize(25);
    }

    @Test
    default void the_same_seed_and_history_give_the_same_to_a_sampler_that_saw_nothing_before() {
        Sampler sampler = sampler(MIXED, new Seed(4));
        List<Observation> history = search(sampler, 45, 0);

        for (int known : new int[] {0, 7, 20, 31, 45}) {
            List<Observation> past = history.subList(0, known);
            List<Configuration> pending = List.of(MIXED.families().get(0).defaults());
            assertThat(sampler(MIXED, new Seed(4)).suggest(known, past, pending))
                    .isEqualTo(sampler.suggest(known, past, pending))
                    .isEqualTo(sampler.suggest(known, past, pending));
        }
    }

    @Test
    default void nothing_is_tried_twice_and_a_used_up_space_says_so() {
        List<Configuration> tried = search(sampler(TINY, new Seed(5)), 12, 0).stream()
                .map(Observation::configuration)
                .toList();

        assertThat(tried).doesNotHaveDuplicates().hasSizeBetween(1, 8);
    }

    @Test
    default void what_is_pending_is_not_suggested_again() {
        Sampler sampler = sampler(MIXED, new Seed(6));
        List<Observation> history = search(sampler, 30, 0);
        List<Configuration> pending = new ArrayList<>();
        for (int number = 30; number < 38; number++) {
            pending.add(sampler.suggest(number, history, pending).orElseThrow());
        }

        assertThat(pending).doesNotHaveDuplicates();
        assertThat(history).extracting(Observation::configuration).doesNotContainAnyElementsOf(pending);
    }

    /** A search of so many trials, of which {@code lag} are always pending. */
    static List<Observation> search(Sampler sampler, int trials, int lag) {
        List<Observation> history = new ArrayList<>();
        List<Configuration> pending = new ArrayList<>();
        for (int number = 0; number < trials; number++) {
            Optional<Configuration> next = sampler.suggest(number, List.copyOf(history), List.copyOf(pending));
            if (next.isEmpty()) {
                break;
            }
            pending.add(next.get());
            if (pending.size() > lag) {
                Configuration done = pending.remove(0);
                history.add(Observation.of(number - lag, done, loss(done)));
            }
        }
        return history;
    }

    /** Least where the booster is dart, the rate 0.03, the depth 8 and the cost 1. */
    static double loss(Configuration tried) {
        double booster = tried.choice("booster", "").equals("dart") ? 0 : 1;
        double rate = Math.log10(tried.real("rate", 1) / 0.03);
        double depth = (tried.integer("depth", 1) - 8) / 6.0;
        double cost = Math.log10(tried.real("cost", 1));
        return booster + rate * rate + depth * depth + 0.5 * cost * cost;
    }
}
