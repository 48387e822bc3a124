package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Budget MINUTE = new Budget(Optional.of(Duration.ofSeconds(60)), Optional.empty());

    @Test
    void no_trial_trains_longer_than_a_quarter_of_the_budget() {
        assertThat(MINUTE.trainingTime(Duration.ofSeconds(60))).contains(Duration.ofSeconds(15));
    }

    @Test
    void the_last_trials_end_before_the_budget_does() {
        assertThat(MINUTE.trainingTime(Duration.ofSeconds(10))).contains(Duration.ofMillis(8500));
    }

    @Test
    void nothing_hurries_where_trials_are_counted() {
        Budget trials = new Budget(Optional.empty(), Optional.of(20));

        assertThat(trials.trainingTime(Duration.ofDays(365))).isEmpty();
    }
}
