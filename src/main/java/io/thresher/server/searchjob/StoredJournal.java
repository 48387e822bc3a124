package io.thresher.server.searchjob;

import io.thresher.job.JobEnd;
import io.thresher.job.JobState;
import io.thresher.job.Journal;
import io.thresher.job.PlannedTrial;
import io.thresher.job.TrialRecord;
import io.thresher.server.leaderboard.Trials;
import io.thresher.trial.Cost;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Succeeded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** The journal in the database. Can be called from any thread. */
@ApplicationScoped
@Transactional
public class StoredJournal implements Journal {
    private static final Logger LOG = Logger.getLogger(StoredJournal.class);

    private final SearchJobRepository jobs;
    private final Trials trials;
    private final Clock clock;

    StoredJournal(SearchJobRepository jobs, Trials trials, Clock clock) {
        this.jobs = jobs;
        this.trials = trials;
        this.clock = clock;
    }

    @Override
    public JobState started(String job) {
        // The update takes the row's lock, so that of a start and a pause at once one sees the other.
        jobs.changeState(job, List.of(JobState.QUEUED), JobState.RUNNING);
        JobState state = row(job).state;
        if (JobState.unattended().contains(state)) {
            jobs.setStarted(job, clock.instant());
            trials.requeueRunning(job);
            LOG.infof("Search job %s is %s", job, state);
        }
        return state;
    }

    @Override
    public void paused(String job) {
        if (jobs.changeState(job, List.of(JobState.PAUSING), JobState.PAUSED) > 0) {
            LOG.infof("Search job %s is PAUSED", job);
        }
    }

    @Override
    public void ended(String job, JobEnd end) {
        int ended = jobs.end(
                job,
                end.state(),
                end.reason(),
                end.best().orElse(null),
                end.error().orElse(null),
                clock.instant());
        if (ended == 0) {
            throw unknown(job);
        }
        LOG.infof("Search job %s is %s: %s", job, end.state(), end.reason().words());
    }

    @Override
    public void used(String job, Duration used) {
        jobs.setUsed(job, used.toMillis());
    }

    @Override
    public Duration used(String job) {
        return jobs.used(job).map(Duration::ofMillis).orElseThrow(() -> unknown(job));
    }

    @Override
    public void queued(String job, PlannedTrial trial) {
        trials.queued(job, trial);
    }

    @Override
    public void running(String job, int number, String worker) {
        trials.running(job, number, worker);
    }

    @Override
    public void measured(String job, int number, Measurement measurement) {
        trials.measured(job, number, measurement);
    }

    @Override
    public void ended(String job, int number, TrialOutcome outcome) {
        if (trials.ended(job, number, outcome, loss(job, outcome), missed(job, outcome))) {
            LOG.infof("Trial %d of search job %s is %s", number, job, outcome.state());
        }
    }

    @Override
    public void reopened(String job) {
        jobs.reopen(job, JobState.QUEUED);
        trials.requeueCancelledWithJob(job);
        LOG.infof("Search job %s is QUEUED", job);
    }

    @Override
    public List<TrialRecord> trials(String job) {
        return trials.all(job);
    }

    private double loss(String job, TrialOutcome outcome) {
        return outcome instanceof Succeeded succeeded ? row(job).plan.metric.loss(succeeded.score()) : Double.NaN;
    }

    private List<Cost> missed(String job, TrialOutcome outcome) {
        return outcome instanceof Succeeded succeeded
                ? row(job).plan.limits().missedBy(succeeded.footprint())
                : List.of();
    }

    private SearchJobEntity row(String job) {
        return jobs.find(job).orElseThrow(() -> unknown(job));
    }

    private static IllegalArgumentException unknown(String job) {
        return new IllegalArgumentException("there is no search job '%s'".formatted(job));
    }
}
