package io.thresher.worker;

import io.thresher.trial.FailureReason;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where trials wait and workers come for them.
 *
 * <ul>
 *   <li>Trials are leased in the order they were submitted, each to one worker at a time.
 *   <li>A lease ends once: by its outcome, by a cancel, by its time limit, or by the loss of its worker. What a worker
 *       says of an ended lease is answered with "stop" and changes nothing.
 *   <li>A lease whose worker is silent for too long goes back to the front of the queue, a few times at the most.
 *   <li>The worker of a cancelled trial is asked to stop by the answer to its next report, so that it stays warm for the
 *       next one; if it has not come for another trial soon, it is ended.
 * </ul>
 */
public final class LeaseDesk implements WorkerPool {
    /** A trial that lost this many workers to silence is given up. */
    private static final int ATTEMPTS = 3;
    /**
     * Some reports of a worker, and the loading of a large model; a native call that takes longer is not waited for. A new
     * worker costs more of the processor than this.
     */
    private static final Duration COURTESY = Duration.ofSeconds(3);

    private final Clock clock;
    private final int slots;
    private final Duration silence;
    private final Consumer<String> endWorker;
    private final Deque<Offer> waiting = new ArrayDeque<>();
    private final Map<String, Held> held = new HashMap<>();
    /** Workers that were asked to stop, and when. */
    private final Map<String, Instant> dismissed = new HashMap<>();

    private boolean closed;

    private record Offer(TrialSpec trial, Observer observer, int attempt) {
        boolean is(String job, int number) {
            return trial.job().equals(job) && trial.number() == number;
        }
    }

    private record Held(Offer offer, String worker, Instant deadline, Instant heard) {}

    /**
     * @param slots how many trials can run at once
     * @param silence after which a worker counts as lost
     * @param endWorker ends the worker of that name for good, at once
     */
    public LeaseDesk(Clock clock, int slots, Duration silence, Consumer<String> endWorker) {
        this.clock = clock;
        this.slots = slots;
        this.silence = silence;
        this.endWorker = endWorker;
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public synchronized void submit(TrialSpec trial, Observer observer) {
        waiting.addLast(new Offer(trial, observer, 1));
        notifyAll();
    }

    @Override
    public synchronized void cancel(String job, int number) {
        waiting.removeIf(offer -> offer.is(job, number));
        release(lease -> lease.offer().is(job, number))
                .forEach(lease -> dismissed.put(lease.worker(), clock.instant()));
    }

    /** The next trial for {@code worker}, waited for as long as {@code patience}. */
    public Optional<Lease> lease(String worker, Duration patience) throws InterruptedException {
        Lease lease;
        Offer offer;
        synchronized (this) {
            dismissed.remove(worker);
            long end = System.nanoTime() + patience.toNanos();
            for (long left = patience.toNanos();
                    waiting.isEmpty() && left > 0 && !closed;
                    left = end - System.nanoTime()) {
                wait(Math.max(1, left / 1_000_000));
            }
            offer = closed ? null : waiting.pollFirst();
            if (offer == null) {
                return Optional.empty();
            }
            lease = new Lease(UUID.randomUUID().toString(), offer.trial());
            Instant now = clock.instant();
            held.put(lease.id(), new Held(offer, worker, now.plus(offer.trial().timeLimit()), now));
        }
        offer.observer().started(offer.trial(), worker);
        return Optional.of(lease);
    }

    /** From now on there are no trials: who waits for one is told at once. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** The trial of a lease, or nothing if the lease has ended. */
    public synchronized Optional<TrialSpec> trial(String lease) {
        return Optional.ofNullable(held.get(lease)).map(found -> found.offer().trial());
    }

    /** A sign of life. Whether the lease still holds. */
    public synchronized boolean renew(String lease) {
        return held.computeIfPresent(
                        lease,
                        (id, found) -> new Held(found.offer(), found.worker(), found.deadline(), clock.instant()))
                != null;
    }

    /** Numbers from a running trial. Whether to go on. */
    public boolean measure(String lease, List<Measurement> measurements) {
        Optional<Held> found;
        synchronized (this) {
            renew(lease);
            found = Optional.ofNullable(held.get(lease));
        }
        return found.isPresent()
                && measurements.stream()
                        .allMatch(measurement -> found.get()
                                .offer()
                                .observer()
                                .measured(found.get().offer().trial(), measurement));
    }

    /** The trial ended. Whether anyone still wanted to know. */
    public boolean finish(String lease, TrialOutcome outcome) {
        Held ended;
        synchronized (this) {
            ended = held.remove(lease);
        }
        if (ended == null) {
            return false;
        }
        ended.offer().observer().ended(ended.offer().trial(), outcome);
        return true;
    }

    /** A worker's process is gone: the trial it had, if any, failed. */
    public void lost(String worker, FailureReason reason, String message) {
        List<Held> ended;
        synchronized (this) {
            dismissed.remove(worker);
            ended = release(lease -> lease.worker().equals(worker));
        }
        ended.forEach(lease ->
                lease.offer().observer().ended(lease.offer().trial(), new TrialOutcome.Failed(reason, message)));
    }

    /**
     * Ends what is overdue: trials past their time limit fail, trials of silent workers wait again, workers that did not
     * stop when asked are ended.
     */
    public void sweep() {
        Instant now = clock.instant();
        List<Held> late;
        List<Held> silent;
        List<String> deaf;
        synchronized (this) {
            deaf = dismissed.entrySet().stream()
                    .filter(asked -> now.isAfter(asked.getValue().plus(COURTESY)))
                    .map(Map.Entry::getKey)
                    .toList();
            dismissed.keySet().removeAll(deaf);
            late = release(lease -> now.isAfter(lease.deadline()));
            silent = release(lease -> now.isAfter(lease.heard().plus(silence)));
            silent.stream()
                    .map(Held::offer)
                    .filter(offer -> offer.attempt() < ATTEMPTS)
                    .forEach(
                            offer -> waiting.addFirst(new Offer(offer.trial(), offer.observer(), offer.attempt() + 1)));
            notifyAll();
        }
        deaf.forEach(endWorker);
        late.forEach(lease -> {
            endWorker.accept(lease.worker());
            end(
                    lease,
                    FailureReason.TIMEOUT,
                    "took longer than %s s"
                            .formatted(lease.offer().trial().timeLimit().toSeconds()));
        });
        silent.forEach(lease -> endWorker.accept(lease.worker()));
        silent.stream()
                .filter(lease -> lease.offer().attempt() >= ATTEMPTS)
                .forEach(lease -> end(lease, FailureReason.CRASHED, "its workers fell silent"));
    }

    private static void end(Held lease, FailureReason reason, String message) {
        lease.offer().observer().ended(lease.offer().trial(), new TrialOutcome.Failed(reason, message));
    }

    private List<Held> release(Predicate<Held> which) {
        List<Held> released = held.values().stream().filter(which).toList();
        held.values().removeAll(released);
        return released;
    }
}
