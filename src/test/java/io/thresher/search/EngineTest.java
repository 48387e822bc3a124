package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineTest implements SamplerContract {
    private static final SearchSpace THREE = SearchSpaceYaml.parse("three", """
            families:
              constant: {}
              good:
                x: {type: real, low: 0, high: 1, default: 0.1}
                y: {type: real, low: 0, high: 1, default: 0.1}
              bad:
                x: {type: real, low: 0, high: 1, default: 0.1}
            """);

    @Override
    public Sampler sampler(SearchSpace space, Seed seed) {
        return new Engine(space, new Portfolio(List.of()), EnsembleShares.NONE, seed);
    }

    @Test
    void opens_with_the_first_of_every_family() {
        assertThat(suggested(sampler(THREE, new Seed(1)), 3))
                .extracting(Configuration::family)
                .containsExactly("constant", "good", "bad");
    }

    @Test
    void works_through_the_portfolio_of_a_family_before_it_models() {
        Portfolio portfolio = new Portfolio(List.of(
                new Configuration("good", Map.of("x", 0.7)),
                new Configuration("good", Map.of("x", 0.8, "y", 5)),
                new Configuration("unheard", Map.of())));

        List<Configuration> ofGood =
                suggested(new Engine(THREE, portfolio, EnsembleShares.NONE, new Seed(1)), 12).stream()
                        .filter(configuration -> configuration.family().equals("good"))
                        .toList();

        assertThat(ofGood.get(0).values()).isEqualTo(Map.of("x", 0.7, "y", 0.1));
        assertThat(ofGood.get(1).values()).isEqualTo(Map.of("x", 0.8, "y", 1.0));
    }

    @Test
    void a_family_that_cannot_help_gets_a_fair_look_and_little_more() {
        List<Configuration> suggested = suggested(sampler(THREE, new Seed(2)), 60);

        assertThat(count(suggested, "bad")).isBetween((long) FamilyChoice.FAIR_LOOK, 8L);
        assertThat(count(suggested, "good")).isGreaterThan(45);
    }

    @Test
    void the_cheaper_of_two_equals_gets_more_trials() {
        SearchSpace twins = SearchSpaceYaml.parse("twins", """
                families:
                  cheap:
                    x: {type: real, low: 0, high: 1, default: 0.1}
                    y: {type: real, low: 0, high: 1, default: 0.1}
                  dear:
                    x: {type: real, low: 0, high: 1, default: 0.1}
                    y: {type: real, low: 0, high: 1, default: 0.1}
                """);

        List<Configuration> suggested = suggested(sampler(twins, new Seed(3)), 60);

        assertThat(count(suggested, "cheap")).isGreaterThan(count(suggested, "dear") * 3 / 2);
        assertThat(count(suggested, "dear")).isGreaterThanOrEqualTo(FamilyChoice.FAIR_LOOK);
    }

    @Test
    void a_family_the_ensemble_leans_on_gets_more_trials() {
        EnsembleShares leaning = history -> Map.of("bad", 0.6, "good", 0.4);

        long without = count(suggested(sampler(THREE, new Seed(4)), 60), "bad");
        long with = count(suggested(new Engine(THREE, new Portfolio(List.of()), leaning, new Seed(4)), 60), "bad");

        assertThat(with).isGreaterThan(2 * without);
    }

    @Test
    void a_family_that_is_far_behind_is_looked_at_again_only_where_that_is_cheap() {
        FamilyRecord best = new FamilyRecord("best", OptionalDouble.of(1), 0.1, 10, 5, 0);
        FamilyRecord near = new FamilyRecord("near", OptionalDouble.of(1.5), 0, 10, 1, 0);
        FamilyRecord known = new FamilyRecord("known", OptionalDouble.of(1.6), 0, 10, 5, 0);
        FamilyRecord dear = new FamilyRecord("dear", OptionalDouble.of(9), 0, 10, 1, 0);
        FamilyRecord cheap = new FamilyRecord("cheap", OptionalDouble.of(9), 0, 0.5, 1, 0);

        for (int draw = 0; draw < 20; draw++) {
            assertThat(FamilyChoice.order(
                            List.of(dear, best, known, near, cheap), Map.of(), 1, new Seed(draw).random()))
                    .startsWith("cheap", "near")
                    .endsWith("dear");
        }
    }

    @Test
    void a_family_whose_first_trial_runs_waits_until_it_is_known_what_it_costs() {
        FamilyRecord known = new FamilyRecord("known", OptionalDouble.of(1), 0.1, 1, 5, 0);
        FamilyRecord begun = new FamilyRecord("begun", OptionalDouble.empty(), 0, 1, 0, 1);
        FamilyRecord seen = new FamilyRecord("seen", OptionalDouble.of(2), 0, 1, 1, 1);

        for (int draw = 0; draw < 20; draw++) {
            assertThat(FamilyChoice.order(List.of(begun, seen, known), Map.of(), 1, new Seed(draw).random()))
                    .startsWith("seen");
        }
    }

    @Test
    void a_dear_family_that_used_its_share_of_the_time_waits_for_the_others() {
        FamilyRecord cheap = new FamilyRecord("cheap", OptionalDouble.of(1), 0.1, 1, 2, 0);
        FamilyRecord dear = new FamilyRecord("dear", OptionalDouble.of(1), 0, 50, 1, 0);

        for (int draw = 0; draw < 20; draw++) {
            assertThat(FamilyChoice.order(List.of(dear, cheap), Map.of(), 1, new Seed(draw).random()))
                    .startsWith("cheap")
                    .containsExactlyInAnyOrder("cheap", "dear");
        }
    }

    @Test
    void a_family_that_only_fails_is_given_up() {
        FamilyRecord sound = new FamilyRecord("sound", OptionalDouble.of(1), 0.1, 1, 5, 0);
        FamilyRecord failing = new FamilyRecord("failing", OptionalDouble.empty(), 0, 1, 2, 0);

        for (int draw = 0; draw < 50; draw++) {
            assertThat(FamilyChoice.order(List.of(failing, sound), Map.of(), 1, new Seed(draw).random()))
                    .startsWith("sound");
        }
    }

    @Test
    void a_family_counts_the_less_the_further_it_is_over_the_limits() {
        FamilyRecord within = new FamilyRecord("within", OptionalDouble.of(1), 0.1, 1, 5, 0);
        FamilyRecord twice =
                new FamilyRecord("twice", OptionalDouble.of(0.5), OptionalDouble.of(0.5), Math.log(2), 0, 1, 5, 0);
        FamilyRecord far =
                new FamilyRecord("far", OptionalDouble.of(0.5), OptionalDouble.of(0.5), Math.log(200), 0, 1, 5, 0);
        Map<String, Integer> first = new HashMap<>();

        for (int draw = 0; draw < 400; draw++) {
            first.merge(
                    FamilyChoice.order(List.of(far, twice, within), Map.of(), 1, new Seed(draw).random())
                            .get(0),
                    1,
                    Integer::sum);
        }

        assertThat(first.get("within")).isGreaterThan(2 * first.getOrDefault("twice", 0));
        assertThat(first.get("twice")).isBetween(40, 200);
        assertThat(first.getOrDefault("far", 0)).isLessThan(5);
    }

    @Test
    void finds_back_within_the_limits_and_to_their_edge() {
        SearchSpace one = SearchSpaceYaml.parse("one", """
                families:
                  line:
                    x: {type: real, low: 0, high: 1, default: 0.9}
                    y: {type: real, low: 0, high: 1, default: 0.5}
                """);
        Sampler sampler = sampler(one, new Seed(5));
        List<Observation> history = new ArrayList<>();
        // The larger x the better, but from 0.3 on it is over the limit.
        for (int number = 0; number < 60; number++) {
            Configuration next = sampler.suggest(number, history, List.of()).orElseThrow();
            double x = next.real("x", 0);
            double loss = 1 - x + Math.pow(next.real("y", 0) - 0.5, 2);
            double excess = Math.max(0, Math.log(x / 0.3));
            history.add(
                    new Observation(number, next, OptionalDouble.of(loss), List.of(loss), List.of(), false, 1, excess));
        }

        List<Observation> late = history.subList(20, 60);
        assertThat(late.stream().filter(Observation::isWithinLimits).count()).isGreaterThan(16);
        assertThat(late.stream()
                        .filter(Observation::isWithinLimits)
                        .mapToDouble(trial -> trial.configuration().real("x", 0))
                        .max()
                        .orElseThrow())
                .isBetween(0.27, 0.3);
    }

    @Test
    void another_process_suggests_the_same() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process other = new ProcessBuilder(
                        java.toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String suggested = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(suggested.strip()).isEqualTo(inWords());
    }

    /** Prints what is suggested, for {@link #another_process_suggests_the_same}. */
    public static void main(String[] arguments) {
        System.out.println(inWords());
    }

    private static String inWords() {
        return SamplerContract.search(new EngineTest().sampler(SamplerContract.MIXED, new Seed(7)), 40, 2)
                .toString();
    }

    private static long count(List<Configuration> suggested, String family) {
        return suggested.stream()
                .filter(configuration -> configuration.family().equals(family))
                .count();
    }

    /** Bad is far behind whatever its x; dear costs ten times as much as the others. */
    private static List<Configuration> suggested(Sampler sampler, int trials) {
        List<Observation> history = new ArrayList<>();
        IntStream.range(0, trials)
                .forEach(number -> sampler.suggest(number, history, List.of()).ifPresent(next -> {
                    double x = next.real("x", 0) - 0.6;
                    double y = next.real("y", 0) - 0.3;
                    double loss = (next.family().equals("bad") ? 5 : 0) + x * x + y * y;
                    double seconds = next.family().equals("dear") ? 10 : 1;
                    history.add(new Observation(number, next, OptionalDouble.of(loss), List.of(loss), false, seconds));
                }));
        return history.stream().map(Observation::configuration).toList();
    }
}
