package io.thresher.server.searchjob;

import io.thresher.job.Budget;
import io.thresher.search.Patience;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns of a search job's row: its budget. */
@Embeddable
class JobBudget {

    @Nullable
    @Column(name = "budget_millis")
    Long millis;

    @Nullable
    @Column(name = "budget_trials")
    Integer trials;

    /** Share of what was spent that may pass without a gain. */
    @Nullable
    @Column(name = "budget_patience")
    Double patience;

    static JobBudget of(Budget budget) {
        JobBudget row = new JobBudget();
        row.millis = budget.time().map(Duration::toMillis).orElse(null);
        row.trials = budget.trials().orElse(null);
        row.patience = budget.patience().map(Patience::share).orElse(null);
        return row;
    }

    static JobBudget ofTrials(int trials) {
        JobBudget row = new JobBudget();
        row.trials = trials;
        return row;
    }

    Budget toBudget() {
        return new Budget(
                Optional.ofNullable(millis).map(Duration::ofMillis),
                Optional.ofNullable(trials),
                Optional.ofNullable(patience).map(Patience::new));
    }
}
