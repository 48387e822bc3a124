package io.thresher.model.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.model.FittedModel;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HurriedRateTest {
    private static final double ENOUGH = 10;

    @Test
    void stays_as_planned_where_time_is_no_limit_or_long_enough() {
        assertThat(sumOfRates(0.1, 1000, Double.POSITIVE_INFINITY)).isCloseTo(100, within(1e-6));
        assertThat(sumOfRates(0.1, 200, 200)).isCloseTo(20, within(1e-6));
    }

    @Test
    void the_rounds_there_is_time_for_sum_up_to_enough() {
        assertThat(sumOfRates(0.03, 100, 100)).isCloseTo(ENOUGH, within(0.1));
        assertThat(sumOfRates(0.01, 60, 60)).isCloseTo(ENOUGH, within(0.1));
    }

    @Test
    void no_round_counts_for_more_than_boosting_bears() {
        assertThat(sumOfRates(0.1, 13, 13)).isCloseTo(3 * 0.1 + 10 * 0.3, within(1e-6));
    }

    @Test
    void goes_back_to_what_was_planned_where_rounds_turn_out_to_be_quick() {
        HurriedRate rate = new HurriedRate(0.1);
        rate.after(1, 1, 10);
        rate.after(2, 2, 9);
        assertThat(rate.after(3, 3, 8)).hasValue(0.3);
        rate.after(4, 3.1, 7.9);
        rate.after(5, 3.2, 7.8);
        assertThat(rate.after(6, 3.3, 70)).hasValue(0.1);
    }

    @Test
    void a_booster_with_little_time_learns_more_a_round() {
        assertThat(loss(0)).isLessThan(0.8 * loss(Double.POSITIVE_INFINITY));
    }

    /** Validation loss after twelve rounds at a rate of 0.05. */
    private static double loss(double secondsLeft) {
        Seed seed = new Seed(3);
        GeneratedRows training = GeneratedRows.of(Task.REGRESSION, 400, 4, seed.fork("training"));
        GeneratedRows validation = GeneratedRows.of(Task.REGRESSION, 200, 4, seed.fork("validation"));
        TrainingSet rows =
                new TrainingSet(training.features(), training.target(), validation.features(), validation.target());
        TrainingProgress progress = new TrainingProgress() {
            @Override
            public boolean report(int step, OptionalDouble trainingLoss, double validationLoss) {
                return step < 12;
            }

            @Override
            public double secondsLeft() {
                return secondsLeft;
            }
        };
        Configuration configuration = new Configuration("xgboost", Map.of("learningRate", 0.05));
        try (FittedModel model = new XGBoostFamily().fit(rows, configuration, seed, progress)) {
            return Metric.RMSE.score(validation.target().values(), model.predict(validation.features()));
        }
    }

    /** Of so many rounds of a second each. */
    private static double sumOfRates(double planned, int rounds, double seconds) {
        HurriedRate hurried = new HurriedRate(planned);
        double rate = planned;
        double sum = 0;
        for (int round = 1; round <= rounds; round++) {
            sum += rate;
            rate = hurried.after(round, round, seconds - round).orElse(rate);
        }
        return sum;
    }
}
