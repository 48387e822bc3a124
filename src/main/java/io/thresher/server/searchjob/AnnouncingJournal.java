package io.thresher.server.searchjob;

import io.thresher.job.JobEnd;
import io.thresher.job.JobState;
import io.thresher.job.Journal;
import io.thresher.job.PlannedTrial;
import io.thresher.job.TrialRecord;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import java.time.Duration;
import java.util.List;

/** A journal that tells listeners what it has written. */
final class AnnouncingJournal implements Journal {
    private final Journal journal;
    private final JobEvents events;

    AnnouncingJournal(Journal journal, JobEvents events) {
        this.journal = journal;
        this.events = events;
    }

    @Override
    public JobState started(String job) {
        JobState state = journal.started(job);
        events.jobChanged(job);
        return state;
    }

    @Override
    public void paused(String job) {
        journal.paused(job);
        events.jobChanged(job);
    }

    @Override
    public void ended(String job, JobEnd end) {
        journal.ended(job, end);
        events.jobChanged(job);
    }

    @Override
    public void used(String job, Duration used) {
        journal.used(job, used);
        events.jobChanged(job);
    }

    @Override
    public Duration used(String job) {
        return journal.used(job);
    }

    @Override
    public void queued(String job, PlannedTrial trial) {
        journal.queued(job, trial);
        events.trialChanged(job, trial.number());
    }

    @Override
    public void running(String job, int number, String worker) {
        journal.running(job, number, worker);
        events.trialChanged(job, number);
    }

    @Override
    public void measured(String job, int number, Measurement measurement) {
        journal.measured(job, number, measurement);
    }

    @Override
    public void ended(String job, int number, TrialOutcome outcome) {
        journal.ended(job, number, outcome);
        events.trialChanged(job, number);
    }

    @Override
    public void reopened(String job) {
        journal.reopened(job);
        events.jobChanged(job);
    }

    @Override
    public List<TrialRecord> trials(String job) {
        return journal.trials(job);
    }
}
