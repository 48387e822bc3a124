package io.thresher.model.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PlattScaleTest {

    @Test
    void finds_the_log_odds_that_labels_were_drawn_with() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = random.doubles(50_000, -2, 2).toArray();
        boolean[] isMember = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            isMember[row] = random.nextDouble() < 1 / (1 + Math.exp(-(1.7 * values[row] - 0.6)));
        }

        PlattScale found = PlattScale.of(values, isMember);

        assertThat(found.slope()).isCloseTo(1.7, within(0.05));
        assertThat(found.shift()).isCloseTo(-0.6, within(0.05));
    }

    @Test
    void stays_finite_where_values_separate_the_classes() {
        PlattScale found = PlattScale.of(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});

        assertThat(found.slope()).isFinite().isPositive();
        assertThat(found.logOdds(2)).isBetween(0.0, 10.0);
    }
}
