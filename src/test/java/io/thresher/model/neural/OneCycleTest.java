package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OneCycleTest {
    private static final OneCycle SCHEDULE = new OneCycle(401, 0.01);

    @Test
    void starts_at_a_25th_of_the_peak() {
        assertThat(SCHEDULE.rate(0)).isCloseTo(0.0004, within(1e-12));
    }

    @Test
    void is_half_way_up_after_an_eighth_of_the_steps() {
        assertThat(SCHEDULE.rate(50)).isCloseTo((0.01 + 0.0004) / 2, within(1e-12));
    }

    @Test
    void peaks_after_a_quarter_of_the_steps() {
        assertThat(SCHEDULE.rate(100)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void ends_at_a_hundred_thousandth_of_the_peak() {
        assertThat(SCHEDULE.rate(400)).isCloseTo(1e-7, within(1e-12));
    }

    @Test
    void rises_first_and_falls_then() {
        assertThat(IntStream.range(0, 100)).allMatch(step -> SCHEDULE.rate(step) < SCHEDULE.rate(step + 1));
        assertThat(IntStream.range(100, 400)).allMatch(step -> SCHEDULE.rate(step) > SCHEDULE.rate(step + 1));
    }

    @Test
    void a_single_step_is_taken_at_the_peak() {
        assertThat(new OneCycle(1, 0.01).rate(0)).isEqualTo(0.01);
    }
}
