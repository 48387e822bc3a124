package io.thresher.job;

import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Remembers what happens to search jobs: the port between the search loop and whatever stores. Every call is one
 * transaction: when it returns, what it said outlives the process. Jobs are added by whoever accepts them.
 */
public interface Journal {

    /**
     * The job's turn has come (again). Trials that were RUNNING when the service went down are QUEUED again.
     *
     * @return RUNNING, or CANCELLING or PAUSING if that is to be brought to an end; any other state if the job is not to
     *     run, and nothing was changed
     */
    JobState started(String job);

    /** A job that was PAUSING is PAUSED; no effect on any other. */
    void paused(String job);

    /** The job ended. */
    void ended(String job, JobEnd end);

    /** The job has run this long so far, downtime not counted. */
    void used(String job, Duration used);

    /** How long the job has run so far. */
    Duration used(String job);

    /** A trial is decided on; written before anything runs. */
    void queued(String job, PlannedTrial trial);

    /** A worker took the trial. */
    void running(String job, int number, String worker);

    /** A number came in from a running trial. */
    void measured(String job, int number, Measurement measurement);

    /** The trial ended. A trial that has ended keeps its first outcome until it is {@link #reopened}. */
    void ended(String job, int number, TrialOutcome outcome);

    /** A job that had ended is QUEUED again, and so are the trials that were cancelled with it. */
    void reopened(String job);

    /** All trials of the job, by number. */
    List<TrialRecord> trials(String job);
}
