package io.thresher.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values are scikit-learn 1.2.1's for the same numbers. */
class MetricTest {
    private static final double[] LABELS = {0, 0, 1, 1, 1, 0};
    private static final Predictions BINARY = binary(0.1f, 0.4f, 0.35f, 0.8f, 0.4f, 0.2f);
    private static final double[] NUMBERS = {3, -0.5, 2, 7};
    private static final Predictions GUESSES = new Predictions(4, 1, new float[] {2.5f, 0, 2, 8});

    @Test
    void area_under_the_curve_counts_ties_as_half() {
        assertThat(Metric.ROC_AUC.score(LABELS, BINARY)).isCloseTo(0.8333333, within(1e-6));
    }

    @Test
    void area_under_the_curve_is_undefined_for_one_class() {
        assertThat(Metric.ROC_AUC.score(new double[] {1, 1}, binary(0.2f, 0.3f)))
                .isNaN();
    }

    @Test
    void log_loss_is_the_mean_negative_log_likelihood() {
        assertThat(Metric.LOG_LOSS.score(LABELS, BINARY)).isCloseTo(0.5048, within(1e-4));
    }

    @Test
    void log_loss_stays_finite_for_a_sure_mistake() {
        assertThat(Metric.LOG_LOSS.score(new double[] {1}, binary(0f))).isCloseTo(-Math.log(1e-15), within(1e-9));
    }

    @Test
    void accuracy_counts_the_most_probable_class() {
        Predictions predictions = new Predictions(2, 3, new float[] {.2f, .5f, .3f, .6f, .3f, .1f});

        assertThat(Metric.ACCURACY.score(new double[] {1, 2}, predictions)).isEqualTo(0.5);
    }

    @Test
    void errors_of_numbers() {
        assertThat(Metric.RMSE.score(NUMBERS, GUESSES)).isCloseTo(0.6123724, within(1e-6));
        assertThat(Metric.MAE.score(NUMBERS, GUESSES)).isCloseTo(0.5, within(1e-9));
        assertThat(Metric.R2.score(NUMBERS, GUESSES)).isCloseTo(0.9486081, within(1e-6));
    }

    @Test
    void explained_variance_of_a_constant_is_zero() {
        assertThat(Metric.R2.score(new double[] {1, 1}, new Predictions(2, 1, new float[] {1, 2})))
                .isZero();
    }

    @Test
    void loss_is_lower_for_the_better_score_whatever_the_direction() {
        assertThat(Metric.ROC_AUC.loss(0.9)).isLessThan(Metric.ROC_AUC.loss(0.8));
        assertThat(Metric.RMSE.loss(1)).isLessThan(Metric.RMSE.loss(2));
        for (Metric metric : Metric.values()) {
            assertThat(metric.scoreOf(metric.loss(0.3))).isEqualTo(0.3);
            assertThat(Metric.ofWord(metric.word())).contains(metric);
        }
    }

    private static Predictions binary(float... positive) {
        float[] values = new float[2 * positive.length];
        for (int i = 0; i < positive.length; i++) {
            values[2 * i] = 1 - positive[i];
            values[2 * i + 1] = positive[i];
        }
        return new Predictions(positive.length, 2, values);
    }
}
