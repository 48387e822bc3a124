package io.thresher.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of a space where parameters are about something that is not there. */
class RelevanceTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(Map.of(
            "net",
            Map.of(
                    "width", Domain.whole(1, 100),
                    "embedding", Domain.words("bins", "none").onlyWith(Trait.NUMBERS),
                    "bins", Domain.whole(2, 64).onlyWith(Trait.NUMBERS),
                    "smoothing", Domain.real(0, 1).onlyWith(Trait.CLASSES),
                    "terms", Domain.whole(0, 500).onlyWith(Trait.TEXTS),
                    "rate", Domain.real(0, 1),
                    "levels", Domain.whole(1, 100).worthWith(Trait.MANY_LEVELS, 50L))));

    private static final SearchSpace SPACE = SearchSpaceYaml.parse("all", """
            families:
              net:
                width: {type: integer, low: 8, high: 64}
                embedding: {type: categorical, choices: [bins, none]}
                bins: {type: integer, low: 8, high: 64, when: {embedding: bins}}
                smoothing: {type: real, low: 0, high: 0.1}
                terms: {type: integer, low: 0, high: 100}
            """, VOCABULARY);

    @Test
    void nothing_goes_where_everything_is_there() {
        assertThat(SPACE.relevantTo(Trait.all(), VOCABULARY)).isEqualTo(SPACE);
    }

    @Test
    void parameters_about_what_is_not_there_go() {
        assertThat(left(SPACE, Set.of(Trait.AMOUNTS, Trait.WORDS))).containsExactly("width");
        assertThat(left(SPACE, Set.of(Trait.CLASSES, Trait.NUMBERS)))
                .containsExactly("width", "embedding", "bins", "smoothing");
        assertThat(left(SPACE, Set.of(Trait.AMOUNTS, Trait.TEXTS))).containsExactly("width", "terms");
    }

    @Test
    void what_is_seldom_worth_it_goes_unless_the_space_starts_elsewhere() {
        String text = """
                families:
                  net:
                    width: {type: integer, low: 8, high: 64}
                    levels: {type: integer, low: 10, high: 60, default: %d}
                """;
        SearchSpace usual = SearchSpaceYaml.parse("usual", text.formatted(50), VOCABULARY);
        SearchSpace meant = SearchSpaceYaml.parse("meant", text.formatted(20), VOCABULARY);

        assertThat(left(usual, Set.of(Trait.WORDS))).containsExactly("width");
        assertThat(left(usual, Set.of(Trait.WORDS, Trait.MANY_LEVELS))).containsExactly("width", "levels");
        assertThat(left(meant, Set.of(Trait.WORDS))).containsExactly("width", "levels");
    }

    @Test
    void a_parameter_stays_as_long_as_one_that_depends_on_it() {
        SearchSpace space = SearchSpaceYaml.parse("depending", """
                families:
                  net:
                    embedding: {type: categorical, choices: [bins, none]}
                    rate: {type: real, low: 0, high: 1, when: {embedding: bins}}
                """, VOCABULARY);

        assertThat(left(space, Set.of(Trait.WORDS))).containsExactly("embedding", "rate");
    }

    @Test
    void what_is_dropped_is_in_no_configuration() {
        FamilySpace family =
                SPACE.relevantTo(Set.of(Trait.WORDS), VOCABULARY).families().get(0);

        assertThat(family.defaults().values()).containsOnlyKeys("width");
        assertThat(family.nearest(Map.of("width", 9L, "terms", 50L)).values()).containsOnlyKeys("width");
    }

    private static List<String> left(SearchSpace space, Set<Trait> there) {
        return space.relevantTo(there, VOCABULARY).families().get(0).dimensions().stream()
                .map(dimension -> dimension.parameter().name())
                .toList();
    }
}
