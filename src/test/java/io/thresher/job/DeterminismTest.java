package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Labelled;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.metric.PredictionsFile;
import io.thresher.search.Sampler;
import io.thresher.search.SearchStrategy;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Footprint;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialOutcome.Pruned;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.trial.TrialSpec;
import io.thresher.trial.TrialState;
import io.thresher.worker.WorkerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same seed gives the same search, whatever happens while it runs. */
@Timeout(60)
class DeterminismTest {
    private static final int TRIALS = 30;
    private static final SearchSpace SPACE = SearchSpaceYaml.parse("test", """
            families:
              xgboost:
                learningRate: {type: real, low: 0.01, high: 0.3, log: true, default: 0.1}
                maxDepth:     {type: integer, low: 2, high: 12, default: 6}
              linear:
                cost: {type: real, low: 0.01, high: 100, log: true, default: 1}
            """);
    private static final Budget BUDGET = new Budget(Optional.empty(), Optional.of(TRIALS));

    private static final int ROWS = 120;

    @TempDir
    private Path folder;

    private final JitteryPool pool = new JitteryPool();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void one_worker_or_four_that_finish_out_of_order() throws InterruptedException {
        assertThat(searched(4, BUDGET)).isEqualTo(searched(1, BUDGET)).isEqualTo(searched(2, BUDGET));
    }

    @Test
    void left_and_taken_up_again_many_times() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        SearchJob job = job("restarted", 2, BUDGET);
        journal.add(job);
        for (int restart = 1; restart < 8; restart++) {
            SearchLoop loop = loop(job, journal);
            pool.after(restart * 2, loop::abandon);
            loop.run();
        }
        loop(job, journal).run();

        assertThat(hash(journal, job)).isEqualTo(searched(1, BUDGET));
    }

    @Test
    void paused_and_resumed() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        SearchJob job = job("paused", 2, BUDGET);
        journal.add(job);
        for (int pause = 1; pause < 5; pause++) {
            SearchLoop loop = loop(job, journal);
            pool.after(3, () -> {
                journal.change(job.id(), JobState::pause);
                loop.pause();
            });
            loop.run();
            assertThat(journal.state(job.id())).isEqualTo(JobState.PAUSED);
            journal.change(job.id(), JobState::resume);
        }
        loop(job, journal).run();

        assertThat(hash(journal, job)).isEqualTo(searched(1, BUDGET));
    }

    @Test
    void extended_to_the_same_budget_after_it_had_ended() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        SearchJob job = job("extended", 2, new Budget(Optional.empty(), Optional.of(11)));
        journal.add(job);
        loop(job, journal).run();
        assertThat(journal.trials(job.id())).hasSize(11);

        journal.reopened(job.id());
        loop(job.with(BUDGET), journal).run();

        assertThat(hash(journal, job)).isEqualTo(searched(1, BUDGET));
    }

    @Test
    void one_trial_cancelled_is_made_up_for_by_the_same_one_with_one_worker_or_four() throws InterruptedException {
        String one = searchedWithout(5, 1);

        assertThat(searchedWithout(5, 4)).isEqualTo(one).isNotEqualTo(searched(1, BUDGET));
    }

    @Test
    void what_an_ensemble_leans_on_is_searched_more() throws InterruptedException {
        SearchJob alone = new SearchJob("job", data(), objective(), BUDGET, SPACE, 1, 1, false, Course.ofNew(1));
        MemoryJournal journal = new MemoryJournal();
        journal.add(alone);
        loop(alone, journal).run();
        MemoryJournal together = new MemoryJournal();
        together.add(job("job", 1, BUDGET));
        loop(job("job", 1, BUDGET), together).run();

        assertThat(ofLinear(together)).isGreaterThan(ofLinear(journal));
    }

    private static long ofLinear(MemoryJournal journal) {
        return journal.trials("job").stream()
                .filter(trial -> trial.configuration().family().equals("linear"))
                .count();
    }

    @Test
    void another_seed_is_another_search() throws InterruptedException {
        String one = searched(1, BUDGET);
        MemoryJournal journal = new MemoryJournal();
        SearchJob other = new SearchJob("other", data(), objective(), BUDGET, SPACE, 2, 1);
        journal.add(other);
        loop(other, journal).run();

        assertThat(hash(journal, other)).isNotEqualTo(one);
    }

    @Test
    void a_search_that_time_ended_is_replayed_with_another_number_of_workers() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        SearchJob timed = job("timed", 3, new Budget(Optional.of(Duration.ofMillis(1500)), Optional.of(200)));
        journal.add(timed);
        loop(timed, journal).run();
        List<TrialRecord> original = journal.trials("timed");
        assertThat(original).hasSizeGreaterThan(5);

        SearchJob replay = new SearchJob(
                "replay",
                data(),
                objective(),
                new Budget(Optional.empty(), Optional.of(original.size())),
                SPACE,
                timed.seed(),
                1,
                true,
                new Course(SearchStrategy.ENGINE, timed.course().lag(), Optional.of("timed"), WarmStart.NONE));
        journal.add(replay);
        loop(replay, journal).run();

        assertThat(journal.trials("replay"))
                .extracting(TrialRecord::plan, DeterminismTest::result)
                .containsExactlyElementsOf(original.stream()
                        .map(trial -> Tuple.tuple(trial.plan(), result(trial)))
                        .toList());
        assertThat(journal.best("replay")).isEqualTo(journal.best("timed"));
    }

    private String searched(int parallelism, Budget budget) throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        SearchJob job = job("job", parallelism, budget);
        journal.add(job);
        loop(job, journal).run();
        assertThat(journal.trials("job")).hasSize(TRIALS);
        return hash(journal, job);
    }

    /** The same where a user cancels a trial as soon as it is decided on. */
    private String searchedWithout(int cancelled, int parallelism) throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        SearchJob job = job("job", parallelism, BUDGET);
        journal.add(job);
        SearchLoop loop = loop(job, journal);
        pool.work = trial -> {
            if (trial.number() == cancelled) {
                loop.cancelTrial(cancelled);
            }
            return outcome(trial);
        };
        loop.run();
        assertThat(journal.trials("job")).hasSize(TRIALS + 1);
        assertThat(journal.trials("job").get(cancelled).state()).isEqualTo(TrialState.CANCELLED);
        return hash(journal, job);
    }

    private static SearchJob job(String id, int parallelism, Budget budget) {
        return new SearchJob(id, data(), objective(), budget, SPACE, 1, parallelism);
    }

    private static Objective objective() {
        return new Objective(Task.BINARY, Metric.ROC_AUC);
    }

    private static DataPlan data() {
        return new DataPlan("dataset", "y", RepairRecipe.NONE, new Validation.KFold(5), 0);
    }

    private SearchLoop loop(SearchJob job, MemoryJournal journal) {
        pool.work = this::outcome;
        return new SearchLoop(job, journal, pool, this::sampler, new NoDelivery(), Duration.ofMinutes(1));
    }

    private Sampler sampler(SearchJob job) {
        FamilyShares shares = new FamilyShares(job, new Written(folder), trouble -> {
            throw new UncheckedIOException(trouble);
        });
        return JobSampler.of(job, shares, ROWS);
    }

    /** What a trial reaches follows from what it is, and from what it must keep up with. */
    private TrialOutcome outcome(TrialSpec trial) {
        double score = quality(trial.configuration());
        List<Double> folds = IntStream.range(0, 5)
                .mapToObj(fold -> score
                        + new Seed(trial.seed()).fork("fold", fold).random().nextDouble() / 100)
                .toList();
        if (trial.number() % 7 == 3) {
            return new Failed(FailureReason.DIVERGED, "by its number");
        }
        List<Double> losses =
                folds.stream().map(trial.objective().metric()::loss).toList();
        if (trial.race().isLost(losses.subList(0, 2))) {
            return new Pruned("behind", folds.subList(0, 2), OptionalDouble.of(score), trial.number());
        }
        write(trial, score);
        return new Succeeded(score, folds, System.nanoTime() % 1000, new Footprint(1, 1, 100, OptionalLong.empty()));
    }

    /** Families err on rows of their own, the less the better they are. */
    private void write(TrialSpec trial, double score) {
        String family = trial.configuration().family();
        SplittableRandom random = new Seed(5).fork(family).random();
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            double told = row % 2 + (4 - 3 * score) * (random.nextDouble() - 0.5);
            values[2 * row + 1] = (float) Math.min(1, Math.max(0, told));
            values[2 * row] = 1 - values[2 * row + 1];
        }
        try {
            PredictionsFile.write(
                    new Predictions(ROWS, 2, values), new Written(folder).outOfFold(trial.job(), trial.number()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Written(Path folder) implements TrialFiles {
        @Override
        public Path model(String job, int trial) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path outOfFold(String job, int trial) {
            return folder.resolve(job + "-" + trial);
        }

        @Override
        public Path checked(String job, int trial) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Labelled rows(SearchJob job) {
            double[] labels =
                    IntStream.range(0, ROWS).mapToDouble(row -> row % 2).toArray();
            return new Labelled(
                    new Table(ROWS, List.of(new NumberColumn("x", new float[ROWS]))),
                    Target.ofClasses(List.of("no", "yes"), labels),
                    new int[ROWS]);
        }
    }

    private static double quality(Configuration configuration) {
        double rate = Math.log10(configuration.real("learningRate", 0.02));
        double depth = configuration.integer("maxDepth", 3);
        double cost = Math.log10(configuration.real("cost", 1));
        return 0.9 - (rate + 1.3) * (rate + 1.3) / 10 - (depth - 5) * (depth - 5) / 500 - cost * cost / 50;
    }

    /** Everything a trial tells but how long it took. */
    private static String result(TrialRecord trial) {
        return trial.outcome()
                .map(outcome -> outcome.match(
                        succeeded -> succeeded.score() + " " + succeeded.foldScores(),
                        failed -> failed.reason() + " " + failed.message(),
                        pruned -> pruned.expectedScore() + " " + pruned.foldScores(),
                        TrialOutcome.Cancelled::toString))
                .orElse("");
    }

    private static String hash(MemoryJournal journal, SearchJob job) {
        String all = journal.trials(job.id()).stream()
                .map(trial -> trial.plan() + " " + result(trial))
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((all + journal.best(job.id())).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class NoDelivery implements Delivery {
        @Override
        public Duration reserve(SearchJob job, long bytes) {
            return Duration.ZERO;
        }

        @Override
        public void deliver(SearchJob job, List<FinishedTrial> finished, Duration time) {}

        @Override
        public void discard(SearchJob job, int trial) {}
    }

    /** Runs trials in threads that take their time, each another; does something after so many ended trials. */
    private static final class JitteryPool implements WorkerPool, AutoCloseable {
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
        private final AtomicInteger jitter = new AtomicInteger();
        private final AtomicInteger left = new AtomicInteger(-1);
        private volatile Runnable then = () -> {};
        private volatile Function<TrialSpec, TrialOutcome> work = trial -> new Failed(FailureReason.CRASHED, "no work");

        void after(int trials, Runnable what) {
            then = what;
            left.set(trials);
        }

        @Override
        public int slots() {
            return 4;
        }

        @Override
        public void submit(TrialSpec trial, Observer observer) {
            String name = trial.job() + "/" + trial.number();
            cancelled.remove(name);
            threads.execute(() -> {
                observer.started(trial, "thread");
                LockSupport.parkNanos((jitter.incrementAndGet() * 7 % 11) * 1_000_000L);
                TrialOutcome outcome = work.apply(trial);
                if (!cancelled.contains(name)) {
                    observer.ended(trial, outcome);
                }
                if (left.decrementAndGet() == 0) {
                    then.run();
                }
            });
        }

        @Override
        public void cancel(String job, int number) {
            cancelled.add(job + "/" + number);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
