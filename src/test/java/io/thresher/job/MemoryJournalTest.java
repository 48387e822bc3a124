package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.trial.Measurement;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MemoryJournalTest implements JournalContract {
    private final MemoryJournal journal = new MemoryJournal();

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public void accept(SearchJob job) {
        journal.add(job);
    }

    @Override
    public JobState stateOf(String job) {
        return journal.state(job);
    }

    @Override
    public void change(String job, UnaryOperator<JobState> transition) {
        journal.change(job, transition);
    }

    @Override
    public List<Measurement> measurementsOf(String job, int number) {
        return journal.measurements(job, number);
    }

    @Test
    void tells_what_a_job_ended_with() {
        String job = newJob();

        journal.ended(job, new JobEnd(JobState.FAILED, EndReason.FAILED, Optional.of(4), Optional.of("disk full")));

        assertThat(journal.best(job)).contains(4);
        assertThat(journal.error(job)).contains("disk full");
        assertThat(journal.reason(job)).contains(EndReason.FAILED);
        journal.reopened(job);
        assertThat(journal.reason(job)).isEmpty();
    }
}
