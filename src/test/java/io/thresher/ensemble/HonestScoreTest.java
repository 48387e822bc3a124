package io.thresher.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HonestScoreTest {
    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {"ROC_AUC", "LOG_LOSS", "RMSE", "MAE", "ACCURACY"})
    void nineteen_of_twenty_intervals_hold_the_truth(Metric metric) {
        Target many = JudgeTest.truth(metric, 100_000, 1);
        double expected = metric.score(many.values(), JudgeTest.predictions(many, 2, 0.7));
        int held = 0;
        for (int sample = 0; sample < 400; sample++) {
            Target truth = JudgeTest.truth(metric, 200, 50 + sample);
            HonestScore score = HonestScore.of(metric, truth, JudgeTest.predictions(truth, 5000 + sample, 0.7), 0);
            held += score.low() <= expected && expected <= score.high() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(0.915, 0.98);
    }

    @Test
    void optimism_makes_a_score_worse_in_its_own_direction() {
        Target truth = JudgeTest.truth(Metric.ROC_AUC, 300, 1);
        Predictions predictions = JudgeTest.predictions(truth, 2, 0.7);

        double plain = Metric.ROC_AUC.score(truth.values(), predictions);

        assertThat(HonestScore.of(Metric.ROC_AUC, truth, predictions, 0.01).estimate())
                .isCloseTo(plain - 0.01, within(1e-9));
    }

    @Test
    void a_model_beats_another_only_beyond_noise() {
        Target truth = JudgeTest.truth(Metric.RMSE, 400, 1);
        Predictions good = JudgeTest.predictions(truth, 2, 0.5);
        Predictions bad = JudgeTest.predictions(truth, 3, 0.8);
        Predictions alike = JudgeTest.predictions(truth, 4, 0.5);

        assertThat(HonestScore.beats(Metric.RMSE, truth, good, 0, bad)).isTrue();
        assertThat(HonestScore.beats(Metric.RMSE, truth, good, 0, alike)).isFalse();
        assertThat(HonestScore.beats(Metric.RMSE, truth, good, 0, good)).isFalse();
        assertThat(HonestScore.beats(Metric.RMSE, truth, good, 10, bad)).isFalse();
    }
}
