package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstLooksTest {
    private static final Configuration AFTERWARDS = new Configuration("good", Map.of("depth", 3));
    private static final SearchSpace SPACE = SearchSpaceYaml.parse("three", """
            families:
              bad:  {depth: {type: integer, low: 1, high: 9, default: 5}}
              good: {depth: {type: integer, low: 1, high: 9, default: 5}}
              sick: {depth: {type: integer, low: 1, high: 9, default: 5}}
            """);

    private final List<Observation> told = new ArrayList<>();
    private final FirstLooks sampler = new FirstLooks(SPACE, new Portfolio(List.of()), (number, history, pending) -> {
        told.clear();
        told.addAll(history);
        return Optional.of(AFTERWARDS);
    });

    @Test
    void looks_at_every_family_on_a_part_of_the_rows_first() {
        List<Observation> history = searched(3);

        assertThat(history).extracting(known -> known.configuration().family()).containsExactly("bad", "good", "sick");
        assertThat(history).allMatch(known -> known.configuration().integer("trainingRows", 0) == FirstLooks.ROWS);
    }

    @Test
    void opens_on_all_rows_in_the_order_of_what_the_looks_told() {
        List<Configuration> opened =
                searched(6).stream().skip(3).map(Observation::configuration).toList();

        assertThat(opened)
                .containsExactly(
                        SPACE.families().get(1).defaults(),
                        SPACE.families().get(0).defaults(),
                        AFTERWARDS);
    }

    @Test
    void tells_what_follows_nothing_of_the_looks() {
        searched(6);

        assertThat(told).extracting(Observation::number).containsExactly(3, 4);
    }

    @Test
    void does_not_look_twice_at_what_still_runs() {
        Configuration first = sampler.suggest(0, List.of(), List.of()).orElseThrow();

        assertThat(sampler.suggest(1, List.of(), List.of(first)).orElseThrow().family())
                .isEqualTo("good");
    }

    @Test
    void leaves_a_family_alone_whose_space_says_how_many_rows_it_learns_from() {
        SearchSpace settled = SearchSpaceYaml.parse("settled", """
                families:
                  own:  {trainingRows: {type: integer, low: 2000, high: 2000, default: 2000}}
                  good: {depth: {type: integer, low: 1, high: 9, default: 5}}
                """);
        FirstLooks looks =
                new FirstLooks(settled, new Portfolio(List.of()), (number, history, pending) -> Optional.empty());

        Configuration look = looks.suggest(0, List.of(), List.of()).orElseThrow();

        assertThat(look.family()).isEqualTo("good");
        assertThat(looks.suggest(1, List.of(), List.of(look))).isEmpty();
    }

    @Test
    void knows_the_configuration_of_a_look_on_all_rows() {
        Configuration look = searched(1).get(0).configuration();

        assertThat(FirstLooks.onAllRows(look)).isEqualTo(SPACE.families().get(0).defaults());
        assertThat(FirstLooks.onAllRows(AFTERWARDS)).isEqualTo(AFTERWARDS);
    }

    /** A search in which "sick" never gives a model. */
    private List<Observation> searched(int trials) {
        List<Observation> history = new ArrayList<>();
        for (int number = 0; number < trials; number++) {
            Configuration next = sampler.suggest(number, history, List.of()).orElseThrow();
            history.add(
                    next.family().equals("sick")
                            ? Observation.failed(number, next, 1)
                            : Observation.of(number, next, next.family().equals("good") ? 1 : 2));
        }
        return history;
    }
}
