package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RungForecastTest {
    @Test
    void follows_the_line_through_the_trials_that_went_on() {
        RungForecast forecast =
                RungForecast.through(new double[] {0.5, 0.6, 0.7, 0.8}, new double[] {1, 1.2, 1.4, 1.6});

        assertThat(forecast.of(0.9)).isCloseTo(1.8, within(1e-9));
    }

    @Test
    void expects_no_stopped_trial_to_beat_the_best() {
        RungForecast forecast =
                RungForecast.through(new double[] {0.5, 0.6, 0.7, 0.8}, new double[] {1, 1.2, 1.4, 1.6});

        assertThat(forecast.of(0.1)).isEqualTo(1);
    }

    @Test
    void takes_the_mean_of_few_trials_and_of_those_that_were_alike_at_the_rung() {
        assertThat(RungForecast.through(new double[] {0.5, 0.6}, new double[] {1, 2})
                        .of(9))
                .isEqualTo(1.5);
        assertThat(RungForecast.through(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4})
                        .of(9))
                .isEqualTo(2.5);
    }

    @Test
    void never_expects_more_of_a_worse_loss() {
        assertThat(RungForecast.through(new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1})
                        .slope())
                .isZero();
    }
}
