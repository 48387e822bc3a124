package io.thresher.job;

import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Cancelled;
import io.thresher.trial.TrialState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Remembers for as long as the process lives: for the command line and for tests. Safe for use by many threads. */
public final class MemoryJournal implements Journal {
    private final Map<String, Job> jobs = new HashMap<>();

    /** Takes a job in; it is QUEUED. */
    public synchronized void add(SearchJob job) {
        if (jobs.putIfAbsent(job.id(), new Job()) != null) {
            throw new IllegalArgumentException("search job '%s' is there already".formatted(job.id()));
        }
    }

    public synchronized JobState state(String job) {
        return job(job).state;
    }

    /** Puts the job into the state a user asked for. */
    public synchronized void change(String job, UnaryOperator<JobState> transition) {
        job(job).state = transition.apply(job(job).state);
    }

    /** Number of the trial whose model is delivered, once the job has ended with one. */
    public synchronized Optional<Integer> best(String job) {
        return job(job).end.flatMap(JobEnd::best);
    }

    /** Why the job failed, if it did. */
    public synchronized Optional<String> error(String job) {
        return job(job).end.flatMap(JobEnd::error);
    }

    /** Why the search stopped, if the job has ended. */
    public synchronized Optional<EndReason> reason(String job) {
        return job(job).end.map(JobEnd::reason);
    }

    /** What the trial's worker reported, in that order. */
    public synchronized List<Measurement> measurements(String job, int number) {
        return List.copyOf(trial(job, number).measurements);
    }

    @Override
    public synchronized JobState started(String job) {
        Job started = job(job);
        if (!JobState.unattended().contains(started.state)) {
            return started.state;
        }
        started.state = started.state == JobState.QUEUED ? JobState.RUNNING : started.state;
        for (Trial trial : started.trials.values()) {
            if (trial.state == TrialState.RUNNING) {
                trial.state = TrialState.QUEUED;
            }
        }
        return started.state;
    }

    @Override
    public synchronized void paused(String job) {
        Job paused = job(job);
        paused.state = paused.state == JobState.PAUSING ? JobState.PAUSED : paused.state;
    }

    @Override
    public synchronized void ended(String job, JobEnd end) {
        Job ended = job(job);
        ended.state = end.state();
        ended.end = Optional.of(end);
    }

    @Override
    public synchronized void used(String job, Duration used) {
        job(job).used = used;
    }

    @Override
    public synchronized Duration used(String job) {
        return job(job).used;
    }

    @Override
    public synchronized void queued(String job, PlannedTrial trial) {
        if (job(job).trials.putIfAbsent(trial.number(), new Trial(trial)) != null) {
            throw new IllegalStateException("search job '%s' has a trial %d already".formatted(job, trial.number()));
        }
    }

    @Override
    public synchronized void running(String job, int number, String worker) {
        Trial trial = trial(job, number);
        if (!trial.state.isFinal()) {
            trial.state = TrialState.RUNNING;
            trial.measurements.clear();
        }
    }

    @Override
    public synchronized void measured(String job, int number, Measurement measurement) {
        trial(job, number).measurements.add(measurement);
    }

    @Override
    public synchronized void ended(String job, int number, TrialOutcome outcome) {
        Trial trial = trial(job, number);
        if (trial.outcome.isEmpty()) {
            trial.state = outcome.state();
            trial.outcome = Optional.of(outcome);
        }
    }

    @Override
    public synchronized void reopened(String job) {
        job(job).state = JobState.QUEUED;
        job(job).end = Optional.empty();
        for (Trial trial : job(job).trials.values()) {
            if (trial.outcome.isPresent()
                    && trial.outcome.get() instanceof Cancelled cancelled
                    && cancelled.withJob()) {
                trial.state = TrialState.QUEUED;
                trial.outcome = Optional.empty();
            }
        }
    }

    @Override
    public synchronized List<TrialRecord> trials(String job) {
        return job(job).trials.values().stream().map(Trial::toRecord).toList();
    }

    private Job job(String id) {
        return found(jobs.get(id), "search job '%s'".formatted(id));
    }

    private Trial trial(String job, int number) {
        return found(job(job).trials.get(number), "trial %d of search job '%s'".formatted(number, job));
    }

    private static <T> T found(@Nullable T thing, String name) {
        return Optional.ofNullable(thing)
                .orElseThrow(() -> new IllegalArgumentException("there is no %s".formatted(name)));
    }

    private static final class Job {
        private final TreeMap<Integer, Trial> trials = new TreeMap<>();
        private JobState state = JobState.QUEUED;
        private Duration used = Duration.ZERO;
        private Optional<JobEnd> end = Optional.empty();
    }

    private static final class Trial {
        private final PlannedTrial plan;
        private final List<Measurement> measurements = new ArrayList<>();
        private TrialState state = TrialState.QUEUED;
        private Optional<TrialOutcome> outcome = Optional.empty();

        private Trial(PlannedTrial plan) {
            this.plan = plan;
        }

        private TrialRecord toRecord() {
            return new TrialRecord(plan, state, outcome);
        }
    }
}
