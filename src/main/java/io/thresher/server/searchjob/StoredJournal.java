package io.thresher.server.searchjob;

import io.thresher.job.JobState;
import io.thresher.job.Journal;
import io.thresher.job.TrialRecord;
import io.thresher.server.leaderboard.Trials;
import io.thresher.space.Configuration;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Succeeded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    public void started(String job) {
        SearchJobEntity row = row(job);
        if (row.state != JobState.CANCELLING) {
            row.state = JobState.RUNNING;
        }
        row.startedAt = Optional.ofNullable(row.startedAt).orElseGet(clock::instant);
        jobs.update(row);
        trials.requeueRunning(job);
        LOG.infof("Search job %s is RUNNING", job);
    }

    @Override
    public void ended(String job, JobState state, Optional<Integer> best, Optional<String> error) {
        if (!state.isFinal()) {
            throw new IllegalArgumentException("a job cannot end as " + state);
        }
        SearchJobEntity row = row(job);
        row.state = state;
        row.bestTrial = best.orElse(null);
        row.error = error.orElse(null);
        row.endedAt = clock.instant();
        jobs.update(row);
        LOG.infof("Search job %s is %s", job, state);
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
    public void queued(String job, int number, Configuration configuration) {
        trials.queued(job, number, configuration);
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
        double loss = outcome instanceof Succeeded succeeded ? row(job).metric.loss(succeeded.score()) : Double.NaN;
        if (trials.ended(job, number, outcome, loss)) {
            LOG.infof("Trial %d of search job %s is %s", number, job, outcome.state());
        }
    }

    @Override
    public List<TrialRecord> trials(String job) {
        return trials.all(job);
    }

    private SearchJobEntity row(String job) {
        return jobs.find(job).orElseThrow(() -> unknown(job));
    }

    private static IllegalArgumentException unknown(String job) {
        return new IllegalArgumentException("there is no search job '%s'".formatted(job));
    }
}
