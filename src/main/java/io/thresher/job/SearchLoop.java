package io.thresher.job;

import io.thresher.metric.Metric;
import io.thresher.search.Observation;
import io.thresher.search.Sampler;
import io.thresher.space.Configuration;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.WorkerPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Drives one search job from start to end, in the thread that calls {@link #run()}.
 *
 * <ul>
 *   <li>A trial is written to the journal before it runs, and its outcome before its worker is let go: whatever happens
 *       to the process, a loop that starts anew on the same journal goes on where this one stood.
 *   <li>The time budget is kept by ending the trials that still run; the best finished trial's model is there already.
 *   <li>What is kept in memory of a finished trial is its configuration and its loss; on disk, the models of the best.
 * </ul>
 */
public final class SearchLoop implements WorkerPool.Observer {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    /** A trial that would have less time than this is not started. */
    private static final Duration SHORTEST_TRIAL = Duration.ofMillis(300);
    /** For a delivery, where no budget of time limits it. */
    private static final Duration DELIVERY_LIMIT = Duration.ofMinutes(10);

    private final SearchJob job;
    private final Journal journal;
    private final WorkerPool pool;
    private final Sampler sampler;
    private final Delivery delivery;
    private final Duration trialLimit;
    private final Duration reserve;

    private final Map<Integer, Configuration> pending = new TreeMap<>();
    private final List<Observation> history = new ArrayList<>();
    private final KeptModels kept = new KeptModels();
    private Duration usedBefore = Duration.ZERO;
    private long startNanos;
    private int next;
    private boolean exhausted;
    private boolean cancelled;
    private boolean abandoned;
    private boolean over;

    /**
     * @param trialLimit longest time for one trial; the budget may leave less
     */
    public SearchLoop(
            SearchJob job, Journal journal, WorkerPool pool, Sampler sampler, Delivery delivery, Duration trialLimit) {
        this.job = job;
        this.journal = journal;
        this.pool = pool;
        this.sampler = sampler;
        this.delivery = delivery;
        this.trialLimit = trialLimit;
        this.reserve = delivery.reserve(job);
    }

    /** Searches until the budget is used up, nothing is left to try, or the job is cancelled. */
    public void run() throws InterruptedException {
        restore();
        synchronized (this) {
            while (!finished()) {
                while (mayStart() && start()) {
                    // One after the other, as many as may run at once.
                }
                if (!finished()) {
                    wait(patience().toMillis());
                    journal.used(job.id(), used());
                }
            }
            over = true;
        }
        if (!abandoned) {
            conclude();
        }
    }

    /** Ends the search soon; the best model so far is delivered. */
    public synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    /** Leaves the search as it stands in the journal, for another loop to go on with. */
    public synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    @Override
    public void started(TrialSpec trial, String worker) {
        if (!isOver()) {
            journal.running(trial.job(), trial.number(), worker);
        }
    }

    @Override
    public boolean measured(TrialSpec trial, Measurement measurement) {
        if (isOver()) {
            return false;
        }
        journal.measured(trial.job(), trial.number(), measurement);
        return true;
    }

    @Override
    public synchronized void ended(TrialSpec trial, TrialOutcome outcome) {
        if (over) {
            return;
        }
        journal.ended(trial.job(), trial.number(), outcome);
        learn(trial.number(), trial.configuration(), outcome);
        notifyAll();
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized void restore() {
        journal.started(job.id());
        usedBefore = journal.used(job.id());
        startNanos = System.nanoTime();
        for (TrialRecord trial : journal.trials(job.id())) {
            next = Math.max(next, trial.number() + 1);
            if (trial.state().isFinal()) {
                trial.outcome().ifPresent(outcome -> learn(trial.number(), trial.configuration(), outcome));
            } else {
                submit(trial.number(), trial.configuration());
            }
        }
    }

    private void learn(int number, Configuration configuration, TrialOutcome outcome) {
        pending.remove(number);
        Observation observation = observe(number, configuration, outcome);
        history.add(observation);
        history.sort(Comparator.comparingInt(Observation::number));
        if (outcome instanceof Succeeded) {
            kept.add(observation).forEach(dropped -> delivery.discard(job, dropped));
        }
    }

    private Observation observe(int number, Configuration configuration, TrialOutcome outcome) {
        Metric metric = job.objective().metric();
        return outcome.match(
                succeeded -> new Observation(
                        number,
                        configuration,
                        OptionalDouble.of(metric.loss(succeeded.score())),
                        succeeded.foldScores().stream().map(metric::loss).toList(),
                        false,
                        cost(succeeded.trainSeconds())),
                failed -> Observation.failed(number, configuration),
                pruned -> new Observation(
                        number,
                        configuration,
                        pruned.expectedScore().isPresent()
                                ? OptionalDouble.of(
                                        metric.loss(pruned.expectedScore().getAsDouble()))
                                : OptionalDouble.empty(),
                        pruned.foldScores().stream().map(metric::loss).toList(),
                        true,
                        cost(pruned.trainSeconds())),
                cancelled -> Observation.failed(number, configuration));
    }

    /** A budget of trials is to give the same search on every machine, however fast it is. */
    private double cost(double seconds) {
        return job.budget().time().isPresent() ? seconds : 1;
    }

    private boolean finished() {
        return cancelled || abandoned || timeLeft().isZero() || (pending.isEmpty() && (exhausted || !trialsLeft()));
    }

    private boolean mayStart() {
        return !finished()
                && !exhausted
                && trialsLeft()
                && pending.size() < job.parallelism()
                && timeLeft().compareTo(SHORTEST_TRIAL) > 0;
    }

    private boolean start() {
        Optional<Configuration> suggestion = sampler.suggest(next, history, List.copyOf(pending.values()));
        if (suggestion.isEmpty()) {
            exhausted = true;
            return false;
        }
        journal.queued(job.id(), next, suggestion.get());
        submit(next, suggestion.get());
        next++;
        return true;
    }

    private void submit(int number, Configuration configuration) {
        pending.put(number, configuration);
        Duration limit = timeLeft().compareTo(trialLimit) < 0 ? timeLeft() : trialLimit;
        TrialSpec trial = new TrialSpec(
                job.id(),
                number,
                job.data(),
                job.objective(),
                job.seed(),
                configuration,
                FamilyRaces.of(history, configuration.family()),
                job.budget().trainingTime(timeLeft()),
                limit);
        pool.submit(trial, this);
    }

    private void conclude() {
        String why = cancelled ? "the job was cancelled" : "the time budget was used up";
        for (int number : List.copyOf(pending.keySet())) {
            pool.cancel(job.id(), number);
            journal.ended(job.id(), number, new TrialOutcome.Cancelled(why));
        }
        journal.used(job.id(), used());
        new Conclusion(job, journal, delivery).end(cancelled, kept, deliveryTime());
        journal.used(job.id(), used());
    }

    /** What is left of the budget; a user who ended the search waits no longer than its end would have taken. */
    private Duration deliveryTime() {
        Duration left = job.budget().time().map(time -> time.minus(used())).orElse(DELIVERY_LIMIT);
        Duration most = cancelled && left.compareTo(reserve) > 0 ? reserve : left;
        return most.isNegative() ? Duration.ZERO : most;
    }

    private boolean trialsLeft() {
        return job.budget().trials().map(trials -> next < trials).orElse(true);
    }

    private Duration used() {
        return usedBefore.plusNanos(System.nanoTime() - startNanos);
    }

    /** What is left of the time budget for searching; a year where there is none. */
    private Duration timeLeft() {
        Duration left = job.budget()
                .time()
                .map(time -> time.minus(reserve))
                .orElse(Duration.ofDays(365))
                .minus(used());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration patience() {
        Duration left = timeLeft();
        Duration patience = left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
        return patience.toMillis() < 1 ? Duration.ofMillis(1) : patience;
    }
}
