package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.search.DefaultsFirst;
import io.thresher.search.Patience;
import io.thresher.search.RandomSampler;
import io.thresher.search.Sampler;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.Cost;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FailureReason;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Footprint;
import io.thresher.trial.Limits;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import io.thresher.trial.TrialState;
import io.thresher.worker.WorkerPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SearchLoopTest {
    private static final SearchSpace SPACE = SearchSpaceYaml.parse("test", """
            families:
              line:
                cost: {type: real, low: 0.1, high: 10, default: 1}
            """);

    private static final DataPlan DATA = new DataPlan("dataset", "y", RepairRecipe.NONE, new Validation.KFold(5), 0);

    private final MemoryJournal journal = new MemoryJournal();
    private final Set<String> known = new HashSet<>();
    private final RecordingDelivery models = new RecordingDelivery();
    private final ThreadPool pool = new ThreadPool(2);

    @AfterEach
    void close() {
        pool.threads.shutdownNow();
    }

    @Test
    void runs_as_many_trials_as_the_budget_says_and_delivers_the_best() throws InterruptedException {
        pool.work = trial -> succeeded(trial.number() == 4 ? 0.99 : 0.5);

        run(new Budget(Optional.empty(), Optional.of(7)));

        assertThat(journal.trials("job")).hasSize(7).allMatch(trial -> trial.state() == TrialState.SUCCEEDED);
        assertThat(models.delivered).containsExactly(4);
        assertThat(journal.state("job")).isEqualTo(JobState.SUCCEEDED);
        assertThat(journal.reason("job")).contains(EndReason.TRIALS_USED_UP);
    }

    @Test
    void only_the_models_of_the_best_trials_are_kept() throws InterruptedException {
        pool.work = trial -> succeeded(trial.number() / 100.0);

        run(new Budget(Optional.empty(), Optional.of(KeptModels.OF_ALL + 3)));

        assertThat(models.discarded).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(models.delivered).containsExactly(KeptModels.OF_ALL + 2);
    }

    @Test
    void what_is_over_a_limit_cannot_win_and_its_model_is_not_kept() throws InterruptedException {
        pool.work = trial -> succeeded(trial.number() % 2 == 0 ? 0.9 : 0.6, trial.number() % 2 == 0 ? 101 : 100);

        loop(limited()).run();

        assertThat(models.delivered).containsExactly(1);
        assertThat(models.trials).extracting(FinishedTrial::number).containsExactly(1, 3, 5);
        assertThat(models.discarded).containsExactlyInAnyOrder(0, 2, 4);
        assertThat(journal.best("job")).contains(1);
    }

    @Test
    void a_search_in_which_nothing_keeps_to_the_limits_delivers_nothing_and_names_the_nearest_misses()
            throws InterruptedException {
        pool.work = trial -> succeeded(0.9, 1000L - 100L * trial.number());

        loop(limited()).run();

        assertThat(models.delivered).isEmpty();
        assertThat(journal.state("job")).isEqualTo(JobState.FAILED);
        assertThat(journal.best("job")).isEmpty();
        assertThat(journal.error("job").orElseThrow())
                .contains("no trial keeps to the limits")
                .contains("trial 5 (line, roc_auc 0.90000) with modelBytes 500, at most 100; trial 4")
                .doesNotContain("trial 2");
    }

    @Test
    void what_is_over_a_limit_sets_no_pace_for_others() throws InterruptedException {
        List<FoldRace> races = Collections.synchronizedList(new ArrayList<>());
        pool.work = trial -> {
            races.add(trial.race());
            return succeeded(0.9, 1000);
        };

        loop(limited()).run();

        assertThat(races).hasSize(6).containsOnly(FoldRace.NONE);
    }

    @Test
    void what_is_reserved_for_the_delivery_is_kept_from_the_search() throws InterruptedException {
        models.reserved = Duration.ofMillis(9_500);
        pool.work = trial -> trial.number() == 0 ? succeeded(0.7) : pool.never();

        run(new Budget(Optional.of(Duration.ofSeconds(10)), Optional.empty()));

        assertThat(models.time).isBetween(Duration.ofSeconds(5), Duration.ofMillis(9_500));
        assertThat(models.asked).startsWith(0L).endsWith(100L);
        assertThat(models.trials).extracting(FinishedTrial::number).containsExactly(0);
    }

    @Test
    void a_trial_must_keep_up_with_the_best_of_its_family_and_one_that_did_not_is_never_delivered()
            throws InterruptedException {
        List<FoldRace> races = Collections.synchronizedList(new ArrayList<>());
        pool.work = trial -> {
            races.add(trial.race());
            if (trial.number() == 0) {
                return succeeded(0.7);
            }
            await().until(() -> journal.trials("job").get(0).state() == TrialState.SUCCEEDED);
            return new TrialOutcome.Pruned("behind", List.of(0.9), OptionalDouble.of(0.9), 1);
        };

        run(new Budget(Optional.empty(), Optional.of(6)));

        assertThat(races).hasSize(6).first().isEqualTo(FoldRace.NONE);
        assertThat(races.get(5).bestLoss()).isEqualTo(-0.7);
        assertThat(models.delivered).containsExactly(0);
    }

    @Test
    void of_equals_the_first_is_the_best() throws InterruptedException {
        pool.work = trial -> succeeded(0.5);

        run(new Budget(Optional.empty(), Optional.of(4)));

        assertThat(models.delivered).containsExactly(0);
    }

    @Test
    void a_job_without_a_model_fails_and_says_why() throws InterruptedException {
        pool.work = trial -> new TrialOutcome.Failed(FailureReason.OUT_OF_MEMORY, "the heap was used up");

        run(new Budget(Optional.empty(), Optional.of(3)));

        assertThat(journal.state("job")).isEqualTo(JobState.FAILED);
        assertThat(journal.reason("job")).contains(EndReason.TRIALS_USED_UP);
        assertThat(journal.error("job"))
                .hasValueSatisfying(error -> assertThat(error).contains("OUT_OF_MEMORY", "the heap was used up"));
        assertThat(models.delivered).isEmpty();
    }

    @Test
    void a_failed_trial_tells_what_it_cost_where_time_counts() throws InterruptedException {
        pool.work = trial -> new TrialOutcome.Failed(FailureReason.DIVERGED, "too high a rate");

        run(new Budget(Optional.of(Duration.ofSeconds(20)), Optional.of(2)));

        assertThat(journal.trials("job"))
                .hasSize(2)
                .allSatisfy(trial -> assertThat(trial.outcome())
                        .get(InstanceOfAssertFactories.type(TrialOutcome.Failed.class))
                        .extracting(TrialOutcome.Failed::seconds, InstanceOfAssertFactories.DOUBLE)
                        .isBetween(1e-9, 20.0));
    }

    @Test
    void the_time_budget_ends_trials_that_still_run() throws InterruptedException {
        pool.work = trial -> trial.number() == 0 ? succeeded(0.7) : pool.never();

        run(new Budget(Optional.of(Duration.ofMillis(600)), Optional.empty()));

        assertThat(journal.state("job")).isEqualTo(JobState.SUCCEEDED);
        assertThat(journal.reason("job")).contains(EndReason.TIME_USED_UP);
        assertThat(models.delivered).containsExactly(0);
        assertThat(journal.trials("job").subList(1, journal.trials("job").size()))
                .isNotEmpty()
                .allMatch(trial -> trial.state() == TrialState.CANCELLED);
        assertThat(pool.cancelled).isNotEmpty();
    }

    @Test
    void no_trial_gets_more_time_than_the_budget_has_left() throws InterruptedException {
        List<Duration> limits = new ArrayList<>();
        pool.work = trial -> {
            synchronized (limits) {
                limits.add(trial.timeLimit());
            }
            return succeeded(0.5);
        };

        run(new Budget(Optional.of(Duration.ofSeconds(20)), Optional.of(3)));

        assertThat(limits).hasSize(3).allMatch(limit -> limit.compareTo(Duration.ofSeconds(20)) <= 0);
    }

    @Test
    void a_cancelled_job_delivers_what_it_has() throws InterruptedException {
        SearchLoop loop = loop(new Budget(Optional.of(Duration.ofHours(1)), Optional.empty()));
        pool.work = trial -> {
            if (trial.number() == 2) {
                loop.cancel();
                return pool.never();
            }
            return succeeded(0.6);
        };

        loop.run();

        assertThat(journal.state("job")).isEqualTo(JobState.CANCELLED);
        assertThat(journal.reason("job")).contains(EndReason.CANCELLED);
        assertThat(models.delivered).hasSize(1);
    }

    @Test
    void another_loop_goes_on_where_one_was_abandoned() throws InterruptedException {
        SearchLoop first = loop(new Budget(Optional.empty(), Optional.of(6)));
        pool.work = trial -> {
            if (trial.number() == 2) {
                first.abandon();
                return pool.never();
            }
            return succeeded(0.5 + trial.number() / 100.0);
        };
        first.run();
        long ended = journal.trials("job").stream()
                .filter(trial -> trial.state() == TrialState.SUCCEEDED)
                .count();
        assertThat(journal.state("job")).isEqualTo(JobState.RUNNING);

        pool.work = trial -> succeeded(0.5 + trial.number() / 100.0);
        run(new Budget(Optional.empty(), Optional.of(6)));

        assertThat(ended).isLessThan(6);
        assertThat(journal.trials("job")).hasSize(6).allMatch(trial -> trial.state() == TrialState.SUCCEEDED);
        assertThat(models.delivered).containsExactly(5);
    }

    @Test
    void a_paused_search_finishes_what_runs_and_starts_nothing() throws InterruptedException {
        SearchLoop loop = loop(new Budget(Optional.of(Duration.ofHours(1)), Optional.empty()));
        pool.work = trial -> {
            if (trial.number() == 2) {
                journal.change("job", JobState::pause);
                loop.pause();
            }
            return succeeded(0.6);
        };

        loop.run();

        assertThat(journal.state("job")).isEqualTo(JobState.PAUSED);
        assertThat(journal.trials("job").get(2).state()).isEqualTo(TrialState.SUCCEEDED);
        assertThat(journal.trials("job"))
                .extracting(TrialRecord::state)
                .doesNotContain(TrialState.RUNNING, TrialState.CANCELLED);
        assertThat(models.delivered).isEmpty();
        assertThat(loop.resume()).isFalse();
    }

    @Test
    void a_pause_that_is_taken_back_in_time_changes_nothing() throws InterruptedException {
        SearchLoop loop = loop(new Budget(Optional.empty(), Optional.of(6)));
        pool.work = trial -> {
            if (trial.number() == 2) {
                loop.pause();
                assertThat(loop.resume()).isTrue();
            }
            return succeeded(0.6);
        };

        loop.run();

        assertThat(journal.state("job")).isEqualTo(JobState.SUCCEEDED);
        assertThat(journal.trials("job")).hasSize(6).allMatch(trial -> trial.state() == TrialState.SUCCEEDED);
    }

    @Test
    void a_trial_that_is_asked_for_comes_on_top_of_the_budget_and_can_win() throws InterruptedException {
        SearchLoop loop = loop(new Budget(Optional.empty(), Optional.of(5)));
        Configuration wanted = new Configuration("line", Map.of("cost", 3.25));
        pool.work = trial -> {
            if (trial.number() == 1) {
                assertThat(loop.request(wanted)).isPresent();
            }
            return succeeded(trial.configuration().equals(wanted) ? 0.99 : 0.5);
        };

        loop.run();

        assertThat(journal.trials("job")).hasSize(6);
        TrialRecord asked = journal.trials("job").stream()
                .filter(trial -> trial.plan().requested())
                .findFirst()
                .orElseThrow();
        assertThat(asked.configuration()).isEqualTo(wanted);
        assertThat(models.delivered).containsExactly(asked.number());
        assertThat(loop.request(wanted)).isEmpty();
    }

    @Test
    void one_trial_is_cancelled_and_another_takes_its_place_in_the_budget() throws InterruptedException {
        SearchLoop loop = loop(new Budget(Optional.empty(), Optional.of(5)));
        pool.work = trial -> {
            if (trial.number() == 1) {
                loop.cancelTrial(1);
                return pool.never();
            }
            return succeeded(0.5);
        };

        loop.run();

        assertThat(journal.trials("job").get(1).outcome())
                .contains(new TrialOutcome.Cancelled("it was cancelled", false));
        assertThat(journal.trials("job")).hasSize(6);
        assertThat(journal.trials("job").stream().filter(trial -> trial.state() == TrialState.SUCCEEDED))
                .hasSize(5);
        assertThat(journal.state("job")).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void a_search_in_a_narrowed_space_suggests_nothing_outside_of_it() throws InterruptedException {
        SearchLoop loop = loop(new Budget(Optional.empty(), Optional.of(14)));
        SearchSpace narrow = SearchSpaceYaml.parse("narrow", """
                families:
                  line:
                    cost: {type: real, low: 0.1, high: 0.2, default: 0.2}
                """);
        pool.work = trial -> {
            if (trial.number() == 3) {
                assertThat(loop.narrow(narrow)).isTrue();
            }
            return succeeded(0.5);
        };

        loop.run();

        assertThat(journal.trials("job").subList(7, 14))
                .allMatch(trial -> trial.configuration().real("cost", 9) <= 0.2);
    }

    @Test
    void an_extended_budget_is_used_up_as_well_also_by_what_its_end_had_cancelled() throws InterruptedException {
        pool.work = trial -> trial.number() == 0 ? succeeded(0.7) : pool.never();
        Budget brief = new Budget(Optional.of(Duration.ofMillis(600)), Optional.of(4));
        run(brief);
        assertThat(journal.trials("job")).extracting(TrialRecord::state).contains(TrialState.CANCELLED);

        journal.reopened("job");
        pool.work = trial -> succeeded(0.8);
        run(new Budget(Optional.of(Duration.ofHours(1)), Optional.of(4)));

        assertThat(journal.trials("job")).hasSize(4).allMatch(trial -> trial.state() == TrialState.SUCCEEDED);
    }

    @Test
    void a_search_that_gains_nothing_ends_by_its_patience() throws InterruptedException {
        pool.work = trial -> succeeded(trial.number() == 2 ? 0.9 : 0.5);

        run(new Budget(Optional.empty(), Optional.of(500), Optional.of(new Patience(0.5))));

        assertThat(journal.trials("job")).hasSizeBetween(30, 40);
        assertThat(journal.state("job")).isEqualTo(JobState.SUCCEEDED);
        assertThat(journal.reason("job")).contains(EndReason.NO_GAIN_EXPECTED);
    }

    @Test
    void time_used_before_a_restart_counts() throws InterruptedException {
        SearchLoop loop = loop(new Budget(Optional.of(Duration.ofSeconds(10)), Optional.empty()));
        journal.used("job", Duration.ofSeconds(11));

        loop.run();

        assertThat(journal.trials("job")).isEmpty();
        assertThat(journal.state("job")).isEqualTo(JobState.FAILED);
    }

    @Test
    void a_used_up_space_ends_the_search() throws InterruptedException {
        pool.work = trial -> succeeded(0.5);
        SearchSpace one = SearchSpaceYaml.parse("test", "families:\n  baseline: {}\n");

        loop(job(new Budget(Optional.of(Duration.ofHours(1)), Optional.empty()), one))
                .run();

        assertThat(journal.trials("job")).hasSize(1);
        assertThat(journal.state("job")).isEqualTo(JobState.SUCCEEDED);
        assertThat(journal.reason("job")).contains(EndReason.SPACE_EXHAUSTED);
    }

    private void run(Budget budget) throws InterruptedException {
        loop(budget).run();
    }

    private SearchLoop loop(Budget budget) {
        return loop(job(budget));
    }

    private SearchLoop loop(SearchJob job) {
        if (known.add(job.id())) {
            journal.add(job);
        }
        return new SearchLoop(job, journal, pool, SearchLoopTest::sampler, models, Duration.ofMinutes(1));
    }

    private static Sampler sampler(SearchJob job) {
        return new DefaultsFirst(job.space(), new RandomSampler(job.space(), new Seed(1)));
    }

    private static SearchJob job(Budget budget) {
        return job(budget, SPACE);
    }

    private static SearchJob job(Budget budget, SearchSpace space) {
        return new SearchJob("job", DATA, new Objective(Task.BINARY, Metric.ROC_AUC), budget, space, 1, 2);
    }

    /** Six trials, of which none larger than 100 bytes may be delivered. */
    private static SearchJob limited() {
        return new SearchJob(
                "job",
                DATA,
                new Objective(Task.BINARY, Metric.ROC_AUC, new Limits(Map.of(Cost.MODEL_SIZE, 100.0))),
                new Budget(Optional.empty(), Optional.of(6)),
                SPACE,
                1,
                2);
    }

    private static TrialOutcome succeeded(double score) {
        return succeeded(score, 100);
    }

    private static TrialOutcome succeeded(double score, long modelBytes) {
        return new TrialOutcome.Succeeded(
                score, List.of(score, score), 0.1, new Footprint(1, 1, modelBytes, OptionalLong.empty()));
    }

    /** Remembers what it was told. */
    private static final class RecordingDelivery implements Delivery {
        private final List<Integer> delivered = new ArrayList<>();
        private final List<Integer> discarded = new ArrayList<>();
        private final List<FinishedTrial> trials = new ArrayList<>();
        private final List<Long> asked = new ArrayList<>();
        private Duration reserved = Duration.ZERO;
        private Duration time = Duration.ZERO;

        @Override
        public Duration reserve(SearchJob job, long bytes) {
            asked.add(bytes);
            return reserved;
        }

        @Override
        public void deliver(SearchJob job, List<FinishedTrial> finished, Duration time) {
            delivered.add(finished.get(0).number());
            trials.addAll(finished);
            this.time = time;
        }

        @Override
        public void discard(SearchJob job, int trial) {
            discarded.add(trial);
        }
    }

    /** Runs trials in threads of this process. */
    private static final class ThreadPool implements WorkerPool {
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<Integer> cancelled = new ArrayList<>();
        private final int slots;
        private volatile Function<TrialSpec, TrialOutcome> work = trial -> succeeded(0.5);

        private ThreadPool(int slots) {
            this.slots = slots;
        }

        @Override
        public int slots() {
            return slots;
        }

        @Override
        public void submit(TrialSpec trial, Observer observer) {
            threads.execute(() -> {
                observer.started(trial, "thread");
                observer.ended(trial, work.apply(trial));
            });
        }

        @Override
        public synchronized void cancel(String job, int number) {
            cancelled.add(number);
        }

        /** What a trial gives that runs until its thread is stopped. */
        TrialOutcome never() {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new TrialOutcome.Pruned("stopped", List.of(), OptionalDouble.empty(), 0);
        }
    }
}
