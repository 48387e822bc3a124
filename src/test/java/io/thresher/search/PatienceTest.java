package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Patience HALF = new Patience(Patience.DEFAULT_SHARE);

    @Test
    void nothing_is_concluded_from_a_few_trials() {
        assertThat(HALF.isExhausted(history(Patience.LEAST_TRIALS - 1, number -> folds(0.5, 0))))
                .isFalse();
        assertThat(HALF.isExhausted(history(Patience.LEAST_TRIALS, number -> folds(0.5, 0))))
                .isTrue();
    }

    @Test
    void a_gain_in_the_last_half_keeps_the_search_going() {
        IntFunction<List<Double>> gains = number -> folds(number >= 30 ? 0.4 : 0.5, 0);

        assertThat(HALF.isExhausted(history(40, gains))).isFalse();
        assertThat(HALF.isExhausted(history(59, gains))).isFalse();
        assertThat(HALF.isExhausted(history(62, gains))).isTrue();
    }

    @Test
    void a_gain_within_the_noise_of_the_folds_is_none() {
        assertThat(HALF.isExhausted(history(40, number -> number < 30 ? folds(0.5, 0) : folds(0.499, 0.1))))
                .isTrue();
        assertThat(HALF.isExhausted(history(40, number -> number < 30 ? folds(0.5, 0) : folds(0.499, 0.0001))))
                .isFalse();
    }

    @Test
    void what_is_waited_for_is_a_share_of_the_cost_and_not_of_the_trials() {
        List<Observation> cheapFirst = IntStream.range(0, 40)
                .mapToObj(number -> observation(number, folds(number >= 20 ? 0.4 : 0.5, 0), number < 20 ? 0.01 : 1))
                .toList();

        assertThat(HALF.isExhausted(cheapFirst)).isTrue();
    }

    @Test
    void whole_patience_never_ends() {
        assertThat(new Patience(1).isExhausted(history(1000, number -> folds(0.5, 0))))
                .isFalse();
    }

    private static List<Observation> history(int trials, IntFunction<List<Double>> folds) {
        return IntStream.range(0, trials)
                .mapToObj(number -> observation(number, folds.apply(number), 1))
                .toList();
    }

    private static Observation observation(int number, List<Double> folds, double seconds) {
        double loss = folds.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return new Observation(
                number, new Configuration("line", Map.of()), OptionalDouble.of(loss), folds, false, seconds);
    }

    /** Losses of four folds around {@code mean}. */
    private static List<Double> folds(double mean, double spread) {
        return List.of(mean - spread, mean + spread, mean - spread / 2, mean + spread / 2);
    }
}
