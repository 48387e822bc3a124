package io.thresher.server.searchjob;

import io.thresher.job.Budget;
import io.thresher.job.IllegalJobTransition;
import io.thresher.job.JobState;
import io.thresher.job.PlannedTrial;
import io.thresher.job.SearchJob;
import io.thresher.job.SearchLoop;
import io.thresher.job.TrialRecord;
import io.thresher.server.ProblemException;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a user does to a search job that is there. What is asked for is stored first and told to the job's loop after:
 * if the process dies in between, the next start goes on with it. Whatever is asked for twice is done once.
 */
@ApplicationScoped
public class JobControl {
    /** A loop that has stopped searching only delivers. */
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private final StoredJobs jobs;
    private final JobRunner runner;
    private final JobEvents events;

    JobControl(StoredJobs jobs, JobRunner runner, JobEvents events) {
        this.jobs = jobs;
        this.runner = runner;
        this.events = events;
    }

    /** Trials that run are finished, no other is started. */
    public synchronized void pause(String id) {
        jobs.change(id, JobState::pause);
        runner.loop(id).ifPresent(SearchLoop::pause);
        events.jobChanged(id);
    }

    public synchronized void resume(String id) {
        jobs.change(id, JobState::resume);
        drive(id, SearchLoop::resume);
    }

    /** No effect on a job that has ended. */
    public synchronized void cancel(String id) {
        if (jobs.change(id, JobState::cancel) == JobState.CANCELLING) {
            drive(id, SearchLoop::cancel);
        }
    }

    /**
     * The budget is this from now on; a job that had ended goes on where it stopped.
     *
     * @throws ProblemException naming every fault of the request
     */
    public void extend(String id, ExtensionRequest request) {
        extend(id, new ControlCheck(jobs.job(id)).budget(request));
    }

    /** Takes up one job that has something to do and that nothing drives, and takes back its pause if it has one. */
    public synchronized void goOn(String id) {
        if (jobs.state(id) == JobState.PAUSED) {
            jobs.change(id, JobState::resume);
        }
        if (JobState.unattended().contains(jobs.state(id)) && runner.loop(id).isEmpty()) {
            runner.enqueue(jobs.job(id));
        }
    }

    private synchronized void extend(String id, Budget budget) {
        SearchJob job = jobs.job(id);
        jobs.state(id).requireExtensible();
        requireOwn(job, "extended");
        if (budget.equals(job.budget())) {
            return;
        }
        jobs.extend(id, budget);
        if (runner.loop(id).filter(loop -> loop.extend(budget)).isEmpty()) {
            awaitLeft(id);
            if (jobs.extend(id, budget) == JobState.QUEUED) {
                runner.enqueue(jobs.job(id));
            }
        }
        events.jobChanged(id);
    }

    /** Suggests from this space from now on; what is decided on stays. */
    public synchronized void narrow(String id, SearchSpace space, String yaml) {
        SearchJob job = jobs.job(id);
        jobs.state(id).requireOpen("narrowed");
        requireOwn(job, "narrowed");
        space.requireWithin(job.space());
        jobs.space(id, space, yaml);
        runner.loop(id).ifPresent(loop -> loop.narrow(space));
        events.jobChanged(id);
    }

    /** A trial, and whether it was there before. */
    public record Requested(int number, boolean known) {}

    /** Runs a trial of this configuration, unless there is one that succeeded or may still succeed. */
    public synchronized Requested request(String id, Configuration configuration) {
        SearchJob job = jobs.job(id);
        jobs.state(id).requireOpen("given a trial");
        requireOwn(job, "given a trial");
        Optional<Integer> known = runner.journal().trials(id).stream()
                .filter(trial -> trial.configuration().equals(configuration))
                .filter(trial -> !trial.state().isFinal() || trial.state() == TrialState.SUCCEEDED)
                .map(TrialRecord::number)
                .findFirst();
        if (known.isPresent()) {
            return new Requested(known.get(), true);
        }
        Optional<PlannedTrial> running = runner.loop(id).flatMap(loop -> loop.request(configuration));
        if (running.isPresent()) {
            return new Requested(running.get().number(), false);
        }
        awaitLeft(id);
        jobs.state(id).requireOpen("given a trial");
        return new Requested(
                SearchLoop.requested(jobs.job(id), runner.journal(), configuration)
                        .number(),
                false);
    }

    /** Ends one trial of a job; no effect on one that was cancelled before. */
    public synchronized void cancelTrial(String id, int number) {
        TrialState state = trial(id, number).state();
        if (state == TrialState.CANCELLED) {
            return;
        }
        if (!state.isFinal()) {
            runner.loop(id)
                    .ifPresentOrElse(
                            loop -> loop.cancelTrial(number),
                            () -> runner.journal()
                                    .ended(id, number, new TrialOutcome.Cancelled("it was cancelled", false)));
            state = trial(id, number).state();
        }
        if (state != TrialState.CANCELLED) {
            throw ProblemException.conflict("trial %d is %s and cannot be cancelled".formatted(number, state));
        }
    }

    /** Number of trials of a job that has ended and can be run again. */
    public int replayable(String id) {
        JobState state = jobs.state(id);
        if (!state.isFinal()) {
            throw new IllegalJobTransition("replayed", state);
        }
        int trials = runner.journal().trials(id).size();
        if (trials == 0) {
            throw ProblemException.conflict("a search job without trials cannot be replayed");
        }
        return trials;
    }

    private TrialRecord trial(String id, int number) {
        if (!jobs.contains(id)) {
            throw ProblemException.notFound("search job", id);
        }
        return runner.journal().trials(id).stream()
                .filter(trial -> trial.number() == number)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("trial", number));
    }

    /** A job that repeats another one does what that did, and nothing else. */
    private static void requireOwn(SearchJob job, String what) {
        if (job.course().replayOf().isPresent()) {
            throw ProblemException.conflict("a search job that replays another one cannot be " + what);
        }
    }

    /** Tells the loop of a job, or gives it one if it has none that still listens. */
    private void drive(String id, Predicate<SearchLoop> tell) {
        if (runner.loop(id).filter(tell).isEmpty()) {
            awaitLeft(id);
            if (JobState.unattended().contains(jobs.state(id))) {
                runner.enqueue(jobs.job(id));
            }
        }
        events.jobChanged(id);
    }

    private void awaitLeft(String id) {
        if (!runner.awaitLeft(id, DELIVERY)) {
            throw ProblemException.conflict("search job '%s' is just ending; ask again when it has".formatted(id));
        }
    }
}
