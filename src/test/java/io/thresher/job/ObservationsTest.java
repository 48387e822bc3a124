package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.space.Configuration;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservationsTest {
    private static final PlannedTrial TRIAL =
            PlannedTrial.suggested(3, new Configuration("xgboost", Map.of()), List.of());
    private static final TrialOutcome SLOW_FAILURE = new TrialOutcome.Failed(FailureReason.TIMEOUT, "late", 40);

    @Test
    void a_failure_costs_the_time_it_took_where_time_counts() {
        assertThat(new Observations(new Objective(Task.REGRESSION, Metric.RMSE), true)
                        .of(TRIAL, SLOW_FAILURE, Duration.ofSeconds(40))
                        .seconds())
                .isEqualTo(40);
    }

    @Test
    void a_trial_costs_all_of_its_time_and_at_least_that_of_its_training() {
        TrialOutcome trained = new TrialOutcome.Succeeded(0.7, List.of(0.7), 2, JournalContract.FOOTPRINT);
        Observations observations = new Observations(new Objective(Task.REGRESSION, Metric.RMSE), true);

        assertThat(observations.of(TRIAL, trained, Duration.ofSeconds(9)).seconds())
                .isEqualTo(9);
        assertThat(observations.of(TRIAL, trained, Duration.ZERO).seconds()).isEqualTo(2);
    }

    @Test
    void a_failure_costs_as_much_as_any_trial_where_time_does_not_count() {
        assertThat(new Observations(new Objective(Task.REGRESSION, Metric.RMSE), false)
                        .of(TRIAL, SLOW_FAILURE, Duration.ofSeconds(40))
                        .seconds())
                .isEqualTo(1);
    }
}
