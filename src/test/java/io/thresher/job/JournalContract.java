package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Footprint;
import io.thresher.trial.Measurement;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Cancelled;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialOutcome.Pruned;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.trial.TrialState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every journal keeps to, wherever it remembers. */
public interface JournalContract {
    String SPACE = "families:\n  baseline: {}\n";
    Configuration CONFIGURATION = new Configuration(
            "xgboost", Map.of("maxDepth", 6, "learningRate", 0.1, "eta", 1.0, "growPolicy", "depthwise"));
    Footprint FOOTPRINT = new Footprint(17.5, 3.25, 123_456_789_012L, OptionalLong.of(987_654_321_098L));
    TrialOutcome SUCCESS = new Succeeded(0.1 + 0.2, List.of(0.3, 1e-17, 0.9), List.of(0.7, 1e-17), 1.5, FOOTPRINT);

    Journal journal();

    /** A trial of that number. */
    static PlannedTrial plan(int number) {
        return plan(number, CONFIGURATION);
    }

    private static PlannedTrial plan(int number, Configuration configuration) {
        return PlannedTrial.suggested(number, configuration, List.of());
    }

    /** Takes the job in as the service does, QUEUED. */
    void accept(SearchJob job);

    /** The state of the job now. */
    JobState stateOf(String job);

    /** Puts the job into the state a user asked for. */
    void change(String job, UnaryOperator<JobState> transition);

    /** What the trial's worker reported. */
    List<Measurement> measurementsOf(String job, int number);

    /** Another job that was just accepted. */
    default String newJob() {
        SearchJob job = new SearchJob(
                UUID.randomUUID().toString(),
                new DataPlan("0123456789abcdef01234567", "target", RepairRecipe.NONE, new Validation.KFold(5), 0),
                Objective.of(Task.BINARY),
                new Budget(Optional.of(Duration.ofSeconds(60)), Optional.of(10)),
                SearchSpaceYaml.parse("small", SPACE),
                42,
                2);
        accept(job);
        return job.id();
    }

    @Test
    default void a_new_job_is_queued_without_trials_and_has_used_nothing() {
        String job = newJob();

        assertThat(stateOf(job)).isEqualTo(JobState.QUEUED);
        assertThat(journal().trials(job)).isEmpty();
        assertThat(journal().used(job)).isZero();
    }

    @Test
    default void a_started_job_is_running_until_it_ends() {
        String job = newJob();

        journal().started(job);
        assertThat(stateOf(job)).isEqualTo(JobState.RUNNING);

        journal().ended(job, JobEnd.with(EndReason.TRIALS_USED_UP, 3));
        assertThat(stateOf(job)).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    default void remembers_how_long_a_job_has_run() {
        String job = newJob();

        journal().used(job, Duration.ofMillis(1234));
        journal().used(job, Duration.ofMillis(5678));

        assertThat(journal().used(job)).isEqualTo(Duration.ofMillis(5678));
    }

    @Test
    default void a_job_that_is_not_there_is_refused_by_its_id() {
        assertThatThrownBy(() -> journal().started("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    default void lists_trials_by_number_with_exactly_their_configurations() {
        String job = newJob();
        Configuration plain = new Configuration("baseline", Map.of());

        journal().queued(job, plan(1));
        journal().queued(job, plan(0, plain));

        assertThat(journal().trials(job))
                .containsExactly(
                        new TrialRecord(plan(0, plain), TrialState.QUEUED, Optional.empty()),
                        new TrialRecord(plan(1), TrialState.QUEUED, Optional.empty()));
    }

    @Test
    default void refuses_a_number_that_is_taken() {
        String job = newJob();
        journal().queued(job, plan(0));

        assertThatThrownBy(() -> journal().queued(job, plan(0))).isInstanceOf(RuntimeException.class);
        assertThat(journal().trials(job)).hasSize(1);
    }

    @Test
    default void keeps_the_trials_of_jobs_apart() {
        String one = newJob();
        String other = newJob();

        journal().queued(one, plan(0));

        assertThat(journal().trials(other)).isEmpty();
    }

    @Test
    default void a_trial_a_worker_took_is_running() {
        String job = newJob();
        journal().queued(job, plan(0));

        journal().running(job, 0, "worker-1");

        assertThat(journal().trials(job)).extracting(TrialRecord::state).containsExactly(TrialState.RUNNING);
    }

    @Test
    default void returns_every_kind_of_outcome_as_it_was_told() {
        List<TrialOutcome> outcomes = List.of(
                SUCCESS,
                new Succeeded(0.5, List.of(0.5), 1.5, new Footprint(1, 2, 3, OptionalLong.empty())),
                new Failed(FailureReason.OUT_OF_MEMORY, "heap"),
                new Failed(FailureReason.INFEASIBLE, "too few rows"),
                new Failed(FailureReason.TIMEOUT, "late", 12.5),
                new Pruned("cannot win", List.of(0.3, 1e-17), List.of(0.7), OptionalDouble.of(0.1 + 0.2), 2.5),
                new Cancelled("job ended", true));
        String job = newJob();

        for (int number = 0; number < outcomes.size(); number++) {
            journal().queued(job, plan(number));
            journal().running(job, number, "worker-1");
            journal().ended(job, number, outcomes.get(number));
        }

        assertThat(journal().trials(job))
                .extracting(trial -> trial.outcome().orElseThrow())
                .containsExactlyElementsOf(outcomes);
        assertThat(journal().trials(job))
                .extracting(TrialRecord::state)
                .containsExactlyElementsOf(
                        outcomes.stream().map(TrialOutcome::state).toList());
    }

    @Test
    default void a_trial_keeps_its_first_outcome() {
        String job = newJob();
        journal().queued(job, plan(0));
        journal().ended(job, 0, SUCCESS);

        journal().ended(job, 0, new Failed(FailureReason.TIMEOUT, "late"));
        journal().running(job, 0, "worker-2");

        assertThat(journal().trials(job))
                .containsExactly(new TrialRecord(plan(0), TrialState.SUCCEEDED, Optional.of(SUCCESS)));
    }

    @Test
    default void a_restart_queues_what_was_running_and_leaves_the_rest() {
        String job = newJob();
        journal().started(job);
        for (int number = 0; number < 3; number++) {
            journal().queued(job, plan(number));
        }
        journal().running(job, 0, "worker-1");
        journal().ended(job, 0, SUCCESS);
        journal().running(job, 1, "worker-1");

        journal().started(job);

        assertThat(journal().trials(job))
                .extracting(TrialRecord::state)
                .containsExactly(TrialState.SUCCEEDED, TrialState.QUEUED, TrialState.QUEUED);
    }

    @Test
    default void a_job_that_was_paused_before_its_turn_does_not_start() {
        String job = newJob();
        change(job, JobState::pause);

        assertThat(journal().started(job)).isEqualTo(JobState.PAUSED);
        assertThat(stateOf(job)).isEqualTo(JobState.PAUSED);

        change(job, JobState::resume);
        assertThat(journal().started(job)).isEqualTo(JobState.RUNNING);
    }

    @Test
    default void a_job_that_was_pausing_or_cancelling_when_the_service_went_down_is_told_so() {
        String pausing = newJob();
        journal().started(pausing);
        change(pausing, JobState::pause);
        String cancelling = newJob();
        change(cancelling, JobState::cancel);

        assertThat(journal().started(pausing)).isEqualTo(JobState.PAUSING);
        assertThat(journal().started(cancelling)).isEqualTo(JobState.CANCELLING);

        journal().paused(pausing);
        journal().paused(cancelling);
        assertThat(stateOf(pausing)).isEqualTo(JobState.PAUSED);
        assertThat(stateOf(cancelling)).isEqualTo(JobState.CANCELLING);
    }

    @Test
    default void remembers_what_a_trial_did_not_know_and_that_it_was_asked_for() {
        String job = newJob();
        PlannedTrial asked = new PlannedTrial(7, CONFIGURATION, List.of(2, 5, 6), true);

        journal().queued(job, asked);

        assertThat(journal().trials(job)).extracting(TrialRecord::plan).containsExactly(asked);
    }

    @Test
    default void a_job_that_goes_on_runs_what_was_cancelled_with_it_and_nothing_else() {
        String job = newJob();
        journal().started(job);
        List<TrialOutcome> outcomes = List.of(SUCCESS, new Cancelled("time", true), new Cancelled("by a user", false));
        for (int number = 0; number < outcomes.size(); number++) {
            journal().queued(job, plan(number));
            journal().ended(job, number, outcomes.get(number));
        }
        journal().ended(job, JobEnd.with(EndReason.TIME_USED_UP, 0));

        journal().reopened(job);

        assertThat(stateOf(job)).isEqualTo(JobState.QUEUED);
        assertThat(journal().trials(job))
                .extracting(TrialRecord::state)
                .containsExactly(TrialState.SUCCEEDED, TrialState.QUEUED, TrialState.CANCELLED);
        journal().ended(job, 1, SUCCESS);
        assertThat(journal().trials(job).get(1).outcome()).contains(SUCCESS);
    }

    @Test
    default void keeps_measurements_in_the_order_they_came() {
        String job = newJob();
        journal().queued(job, plan(0));
        journal().running(job, 0, "worker-1");
        List<Measurement> told = List.of(
                new Measurement(0, 2, OptionalDouble.of(0.5 / 2), 0.5),
                new Measurement(0, 1, OptionalDouble.of(0.6 / 2), 0.6),
                new Measurement(1, 1, OptionalDouble.of(0.1 / 2), 0.1));

        told.forEach(measurement -> journal().measured(job, 0, measurement));

        assertThat(measurementsOf(job, 0)).containsExactlyElementsOf(told);
    }

    @Test
    default void measurements_of_a_lost_worker_count_no_more_when_another_takes_the_trial() {
        String job = newJob();
        journal().queued(job, plan(0));
        journal().running(job, 0, "worker-1");
        journal().measured(job, 0, new Measurement(0, 1, OptionalDouble.of(0.6 / 2), 0.6));

        journal().running(job, 0, "worker-2");

        assertThat(measurementsOf(job, 0)).isEmpty();
    }
}
