package io.thresher.job;

import io.thresher.space.Configuration;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Cancelled;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.WorkerPool;
import java.time.Duration;
import java.util.List;

/**
 * The trials of one job on their way: decided on, given to the pool, ended. Whatever happens to one is in the journal
 * before anything follows from it. Before the desk is open, the journal alone knows the trials. Not for use by several
 * threads at once.
 */
final class TrialDesk {
    private final Journal journal;
    private final PoolTrials pool;
    private final Delivery delivery;
    private final Duration trialLimit;
    private SearchJob job;
    private TrialBook book;
    private boolean open;

    /**
     * @param trialLimit longest time for one trial; the budget may leave less
     */
    TrialDesk(SearchJob job, Journal journal, WorkerPool pool, Delivery delivery, Duration trialLimit) {
        this.job = job;
        this.journal = journal;
        this.pool = new PoolTrials(pool, job.id());
        this.delivery = delivery;
        this.trialLimit = trialLimit;
        this.book = new TrialBook(job);
    }

    /** Takes up what the journal holds. */
    void open() {
        book = TrialBook.of(job, journal.trials(job.id()));
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    TrialBook book() {
        return book;
    }

    /** What is asked for is this from now on. */
    void change(SearchJob changed) {
        job = changed;
        if (open) {
            book = TrialBook.of(changed, journal.trials(changed.id()));
        }
    }

    /** Adds a trial of this configuration to a job that no loop drives now. */
    static PlannedTrial requested(SearchJob job, Journal journal, Configuration configuration) {
        PlannedTrial trial = TrialBook.of(job, journal.trials(job.id())).requested(configuration);
        journal.queued(job.id(), trial);
        return trial;
    }

    /** Decides on a trial of this configuration, which a user asks for. */
    PlannedTrial request(Configuration configuration) {
        if (!open) {
            return requested(job, journal, configuration);
        }
        PlannedTrial trial = book.requested(configuration);
        decide(trial);
        return trial;
    }

    /** This trial comes next. */
    void decide(PlannedTrial trial) {
        journal.queued(job.id(), trial);
        book.plan(trial);
    }

    /** Gives the pool every trial that is decided on and that it does not have. */
    void submit(TimePlan time, WorkerPool.Observer observer) {
        if (open) {
            book.pending().stream()
                    .filter(trial -> !pool.contains(trial.number()))
                    .forEach(trial -> pool.submit(spec(trial, time), observer));
        }
    }

    /** Takes back what the pool has not begun. */
    void withdraw() {
        pool.cancelWaiting();
    }

    boolean anyRuns() {
        return pool.anyRuns();
    }

    /** Whether what the pool tells of a trial counts; if not, it came too late. */
    boolean isWanted(int number) {
        return pool.contains(number);
    }

    void started(int number, String worker) {
        if (pool.started(number)) {
            journal.running(job.id(), number, worker);
        }
    }

    /** The pool has an outcome. */
    void ended(int number, TrialOutcome outcome) {
        book.pending(number).ifPresent(trial -> end(trial, timed(number, outcome)));
    }

    /** A trial that is decided on has ended. */
    void end(PlannedTrial trial, TrialOutcome outcome) {
        Duration ran = pool.ranFor(trial.number());
        journal.ended(job.id(), trial.number(), outcome);
        pool.ended(trial.number());
        book.end(trial, outcome, ran).forEach(number -> delivery.discard(job, number));
    }

    /** Ends one trial. No effect if it has ended, or is not there. */
    void cancel(int number) {
        Cancelled outcome = new Cancelled("it was cancelled", false);
        if (!open) {
            journal.ended(job.id(), number, outcome);
            return;
        }
        book.pending(number).ifPresent(trial -> {
            pool.cancel(number);
            end(trial, outcome);
        });
    }

    /** Ends every trial that has not ended, with the job. */
    void close(String why) {
        for (PlannedTrial trial : List.copyOf(book.pending())) {
            pool.cancel(trial.number());
            journal.ended(job.id(), trial.number(), new Cancelled(why, true));
        }
    }

    private TrialSpec spec(PlannedTrial trial, TimePlan time) {
        Outlook outlook = book.outlook(trial.number(), trial.unseen());
        return new TrialSpec(
                job.id(),
                trial.number(),
                job.data(),
                job.objective(),
                job.seed(),
                trial.configuration(),
                FamilyRaces.of(outlook.history(), trial.configuration().family()),
                FamilyCurves.of(outlook.history(), trial.configuration()),
                job.budget().trainingTime(time.left()),
                time.ofOneTrial(trialLimit));
    }

    /** With the time that a failed trial took, where time counts, so that what fails slowly does not look cheap. */
    private TrialOutcome timed(int number, TrialOutcome outcome) {
        return outcome instanceof Failed failed && job.isTimed() ? failed.after(pool.ranFor(number)) : outcome;
    }
}
