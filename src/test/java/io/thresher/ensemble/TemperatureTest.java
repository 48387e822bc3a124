package io.thresher.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.metric.Predictions;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TemperatureTest {
    private static final int ROWS = 4000;

    @Test
    void finds_how_much_too_sure_probabilities_are() {
        assertThat(fit(2)).isCloseTo(2, within(0.25));
        assertThat(fit(0.5)).isCloseTo(0.5, within(0.1));
    }

    @Test
    void leaves_honest_probabilities_alone() {
        assertThat(fit(1)).isEqualTo(Temperature.NEUTRAL);
    }

    @Test
    void keeps_rows_summing_to_one_and_the_order_of_classes() {
        Predictions tempered = Temperature.apply(new Predictions(1, 3, new float[] {0.7f, 0.3f, 0}), 2);

        assertThat(tempered.value(0, 0) + tempered.value(0, 1) + tempered.value(0, 2))
                .isCloseTo(1, within(1e-6f));
        assertThat(tempered.value(0, 0)).isCloseTo(0.6044f, within(1e-3f));
        assertThat(tempered.value(0, 0)).isGreaterThan(tempered.value(0, 1)).isLessThan(0.7f);
    }

    /** Fits where log odds are {@code factor} times as large as they should be. */
    private static double fit(double factor) {
        SplittableRandom random = new SplittableRandom(3);
        double[] labels = new double[ROWS];
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            double logOdds = 2 * random.nextGaussian();
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
            values[2 * row + 1] = (float) (1 / (1 + Math.exp(-factor * logOdds)));
            values[2 * row] = 1 - values[2 * row + 1];
        }
        return Temperature.fit(new Predictions(ROWS, 2, values), Target.ofClasses(List.of("no", "yes"), labels));
    }
}
