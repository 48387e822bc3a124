package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CosineTest {
    private static final Cosine SCHEDULE = new Cosine(400, 0.01);

    @Test
    void starts_at_the_peak_and_is_at_half_of_it_half_way() {
        assertThat(SCHEDULE.rate(0)).isEqualTo(0.01);
        assertThat(SCHEDULE.rate(200)).isCloseTo(0.005, within(1e-12));
    }

    @Test
    void still_learns_a_little_in_the_last_step() {
        assertThat(SCHEDULE.rate(399)).isPositive().isLessThan(1e-6);
    }
}
