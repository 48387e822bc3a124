package io.thresher.server.searchjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.job.JobState;
import io.thresher.job.Journal;
import io.thresher.job.JournalContract;
import io.thresher.job.SearchJob;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.trial.Measurement;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;

/** The journal in a database passes the contract of all journals. */
abstract class StoredJournalContract implements JournalContract {

    @Inject
    StoredJournal journal;

    @Inject
    StoredJobs stored;

    @Inject
    JobRows rows;

    @Inject
    SearchJobViews jobs;

    @Inject
    Leaderboard leaderboard;

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public void accept(SearchJob job) {
        rows.add(job);
    }

    @Override
    public JobState stateOf(String job) {
        return jobs.one(job).state();
    }

    @Override
    public void change(String job, UnaryOperator<JobState> transition) {
        assertThat(stored.change(job, transition)).isEqualTo(stateOf(job));
    }

    @Override
    public List<Measurement> measurementsOf(String job, int number) {
        return leaderboard.trial(job, number).measurements().orElseThrow();
    }
}
