package io.thresher.job;

import io.thresher.search.Sampler;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.WorkerPool;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Drives one search job from start to end, in the thread that calls {@link #run()}.
 *
 * <ul>
 *   <li>A trial is written to the journal before it runs, and its outcome before its worker is let go: whatever happens
 *       to the process, a loop that starts anew on the same journal goes on where this one stood.
 *   <li>What a trial depends on is fixed by numbers and not by the order in which things happen ({@link TrialBook}): a
 *       search without a limit of time is the same with one worker or many, interrupted or not.
 *   <li>The time budget is kept by ending the trials that still run; the best finished trial's model is there already.
 *   <li>What is kept on disk are the models of the best trials.
 * </ul>
 */
public final class SearchLoop implements WorkerPool.Observer {
    private final Journal journal;
    private final Function<SearchJob, Sampler> samplers;
    private final Delivery delivery;
    private final TrialDesk desk;

    private SearchJob job;
    private TimePlan time;
    private TrialPlanner planner;
    private Wish wish = Wish.GO_ON;
    private Optional<EndReason> noMore = Optional.empty();
    private boolean over;

    /**
     * @param samplers gives the sampler of a job as it is asked for now
     * @param trialLimit longest time for one trial; the budget may leave less
     */
    public SearchLoop(
            SearchJob job,
            Journal journal,
            WorkerPool pool,
            Function<SearchJob, Sampler> samplers,
            Delivery delivery,
            Duration trialLimit) {
        this.job = job;
        this.journal = journal;
        this.samplers = samplers;
        this.delivery = delivery;
        this.desk = new TrialDesk(job, journal, pool, delivery, trialLimit);
        this.time = new TimePlan(job.budget(), delivery.reserve(job, 0), new BudgetClock(Duration.ZERO));
        this.planner = planner(job);
    }

    /** Searches until the budget is used up, nothing is left to try, or the job is paused or cancelled. */
    public void run() throws InterruptedException {
        Wish last;
        Optional<EndReason> reason;
        synchronized (this) {
            if (restore()) {
                search();
            } else {
                wish = Wish.ABANDON;
            }
            last = wish;
            reason = end();
            over = true;
        }
        switch (last) {
            case GO_ON, PAUSE -> reason.ifPresentOrElse(this::conclude, this::rest);
            case CANCEL -> conclude(EndReason.CANCELLED);
            case ABANDON -> {}
        }
    }

    private void search() throws InterruptedException {
        while (!isFinished()) {
            while (mayStart() && start()) {
                // One after the other, as many as may run at once.
            }
            if (!isFinished()) {
                wait(time.untilNextLook().toMillis());
                journal.used(job.id(), time.used());
            }
        }
    }

    /** Ends the search soon; the best model so far is delivered. Whether it had not stopped yet. */
    public synchronized boolean cancel() {
        wish(Wish.CANCEL);
        return !over;
    }

    /** Leaves the search as it stands in the journal, for another loop to go on with. */
    public synchronized void abandon() {
        wish(Wish.ABANDON);
    }

    /** Lets the trials that run finish and starts no other; then the search is paused. No effect if it has stopped. */
    public synchronized void pause() {
        wish(Wish.PAUSE);
        if (wish == Wish.PAUSE) {
            desk.withdraw();
        }
    }

    /** Takes a pause back. Whether the search had not stopped yet. */
    public synchronized boolean resume() {
        if (over) {
            return false;
        }
        wish = wish.resumed();
        submitWaiting();
        notifyAll();
        return true;
    }

    /** Goes on with another budget. Whether the search had not stopped yet. */
    public synchronized boolean extend(Budget budget) {
        if (!over) {
            change(job.with(budget));
        }
        return !over;
    }

    /** Goes on in another space; trials that are decided on stay. Whether the search had not stopped yet. */
    public synchronized boolean narrow(SearchSpace space) {
        if (!over) {
            change(job.with(space));
        }
        return !over;
    }

    /** Runs a trial of this configuration, on top of the budget of trials; nothing if the search has stopped. */
    public synchronized Optional<PlannedTrial> request(Configuration configuration) {
        if (over) {
            return Optional.empty();
        }
        PlannedTrial trial = desk.request(configuration);
        submitWaiting();
        return Optional.of(trial);
    }

    /** Adds a trial of this configuration to a job that no loop drives now. */
    public static PlannedTrial requested(SearchJob job, Journal journal, Configuration configuration) {
        return TrialDesk.requested(job, journal, configuration);
    }

    /** Ends one trial. No effect if it has ended, or is not there. */
    public synchronized void cancelTrial(int number) {
        if (!over || !desk.isOpen()) {
            desk.cancel(number);
            notifyAll();
        }
    }

    @Override
    public synchronized void started(TrialSpec trial, String worker) {
        if (!over) {
            desk.started(trial.number(), worker);
        }
    }

    @Override
    public boolean measured(TrialSpec trial, Measurement measurement) {
        if (!isWanted(trial)) {
            return false;
        }
        journal.measured(trial.job(), trial.number(), measurement);
        return true;
    }

    @Override
    public synchronized void ended(TrialSpec trial, TrialOutcome outcome) {
        if (isWanted(trial)) {
            desk.ended(trial.number(), outcome);
            plan();
            notifyAll();
        }
    }

    private synchronized boolean isWanted(TrialSpec trial) {
        return !over && desk.isWanted(trial.number());
    }

    private void wish(Wish wished) {
        wish = wish.or(wished);
        notifyAll();
    }

    private void change(SearchJob changed) {
        job = changed;
        planner = planner(changed);
        desk.change(changed);
        plan();
        noMore = Optional.empty();
        notifyAll();
    }

    /** Keeps from the search what it takes to deliver what there is now. */
    private void plan() {
        time = time.with(job.budget(), delivery.reserve(job, desk.book().bytesTogether()));
    }

    private TrialPlanner planner(SearchJob asked) {
        return asked.course()
                .replayOf()
                .<TrialPlanner>map(original -> new ReplayedTrials(journal.trials(original)))
                .orElseGet(() -> new SampledTrials(asked, samplers.apply(asked)));
    }

    /** Takes up what the journal holds. Whether the job is to run. */
    private boolean restore() {
        JobState state = journal.started(job.id());
        if (!JobState.unattended().contains(state)) {
            return false;
        }
        time = new TimePlan(job.budget(), time.reserve(), new BudgetClock(journal.used(job.id())));
        desk.open();
        plan();
        wish(Wish.of(state));
        submitWaiting();
        return true;
    }

    private boolean isFinished() {
        return switch (wish) {
            case GO_ON -> end().isPresent();
            case PAUSE -> !desk.anyRuns() || end().isPresent();
            case CANCEL, ABANDON -> true;
        };
    }

    /** Why the search is at its end by itself, if it is. */
    private Optional<EndReason> end() {
        if (time.isUsedUp()) {
            return Optional.of(EndReason.TIME_USED_UP);
        }
        if (!desk.book().pending().isEmpty()) {
            return Optional.empty();
        }
        return trialsLeft() ? noMore : Optional.of(EndReason.TRIALS_USED_UP);
    }

    private boolean mayStart() {
        return wish == Wish.GO_ON
                && !isFinished()
                && noMore.isEmpty()
                && trialsLeft()
                && desk.book().pending().size() < job.parallelism()
                && time.isEnoughForATrial()
                && planner.isReady(desk.book());
    }

    private boolean start() {
        return planner.next(desk.book()).match(this::start, reason -> {
            noMore = Optional.of(reason);
            return false;
        });
    }

    private boolean start(PlannedTrial trial) {
        desk.decide(trial);
        planner.settled(trial.number()).ifPresent(outcome -> desk.end(trial, outcome));
        submitWaiting();
        return true;
    }

    private void submitWaiting() {
        if (wish == Wish.GO_ON) {
            desk.submit(time, this);
        }
    }

    private void rest() {
        journal.used(job.id(), time.used());
        journal.paused(job.id());
    }

    private void conclude(EndReason reason) {
        desk.close("the search ended: " + reason.words());
        journal.used(job.id(), time.used());
        new Conclusion(job, journal, delivery)
                .end(reason, desk.book().kept(), time.ofDelivery(reason == EndReason.CANCELLED));
        journal.used(job.id(), time.used());
    }

    private boolean trialsLeft() {
        return job.budget().allows(desk.book().suggested());
    }
}
