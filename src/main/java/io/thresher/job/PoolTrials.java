package io.thresher.job;

import io.thresher.trial.TrialSpec;
import io.thresher.worker.WorkerPool;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The trials of one job that the pool has: some wait there for a worker, others run. What the pool tells of any other
 * trial came too late to count. Not for use by several threads at once.
 */
final class PoolTrials {
    private final WorkerPool pool;
    private final String job;
    private final Set<Integer> waiting = new HashSet<>();
    /** The trials that run, each with the {@link System#nanoTime} at which a worker took it. */
    private final Map<Integer, Long> running = new HashMap<>();

    PoolTrials(WorkerPool pool, String job) {
        this.pool = pool;
        this.job = job;
    }

    boolean contains(int number) {
        return waiting.contains(number) || running.containsKey(number);
    }

    boolean anyRuns() {
        return !running.isEmpty();
    }

    void submit(TrialSpec trial, WorkerPool.Observer observer) {
        waiting.add(trial.number());
        pool.submit(trial, observer);
    }

    /** A worker took a trial. Whether it counts. */
    boolean started(int number) {
        if (!contains(number)) {
            return false;
        }
        waiting.remove(number);
        running.put(number, System.nanoTime());
        return true;
    }

    /** How long a trial has run; no time if it does not. */
    Duration ranFor(int number) {
        long now = System.nanoTime();
        return Duration.ofNanos(now - running.getOrDefault(number, now));
    }

    void ended(int number) {
        waiting.remove(number);
        running.remove(number);
    }

    /** Takes a trial back, whether or not it runs; one that the pool does not have is of no matter. */
    void cancel(int number) {
        pool.cancel(job, number);
        ended(number);
    }

    /** Takes back what no worker took. */
    void cancelWaiting() {
        List.copyOf(waiting).forEach(this::cancel);
    }
}
