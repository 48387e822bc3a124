package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void agrees_with_published_tables() {
        assertThat(Normal.cumulative(1.959964)).isCloseTo(0.975, within(1e-6));
        assertThat(Normal.cumulative(-1)).isCloseTo(0.158655, within(1e-6));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959964, within(5e-4));
        assertThat(Normal.quantile(0.01)).isCloseTo(-2.326348, within(5e-4));
        assertThat(Normal.density(0)).isCloseTo(0.398942, within(1e-6));
    }

    @Test
    void expected_improvement_has_its_closed_form() {
        // φ(0) where mean and best agree; φ(1) + Φ(1) one deviation below it.
        assertThat(ExpectedImprovement.of(0, 1, 0)).isCloseTo(0.398942, within(1e-6));
        assertThat(ExpectedImprovement.of(-2, 2, 0)).isCloseTo(2 * (0.241971 + 0.841345), within(1e-5));
    }

    @Test
    void its_logarithm_still_tells_hopeless_points_apart() {
        assertThat(Math.exp(ExpectedImprovement.log(1, 0.5, 0.8)))
                .isCloseTo(ExpectedImprovement.of(1, 0.5, 0.8), within(1e-9));
        assertThat(ExpectedImprovement.log(50, 1, 0)).isLessThan(ExpectedImprovement.log(40, 1, 0));
        assertThat(ExpectedImprovement.log(4.999, 1, 0)).isCloseTo(ExpectedImprovement.log(5.001, 1, 0), within(0.15));
    }

    @Test
    void equal_losses_get_equal_scores_and_a_disaster_is_only_the_last() {
        double[] scores = LossScale.quantiles(new double[] {0.1, 0.2, 0.2, 1e9});

        assertThat(scores[1]).isEqualTo(scores[2]).isCloseTo(0, within(1e-3));
        assertThat(scores[3]).isCloseTo(-scores[0], within(1e-9));
    }
}
