package io.thresher.server.searchjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.job.JobState;
import io.thresher.job.Journal;
import io.thresher.job.JournalContract;
import io.thresher.job.SearchJob;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.space.Trait;
import io.thresher.trial.Measurement;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

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

    @Test
    void a_job_that_is_taken_up_again_has_no_dimension_about_what_its_data_lacks() {
        String yaml = """
                families:
                  linear:
                    cost: {type: real, low: 0.1, high: 10}
                    textTerms: {type: integer, low: 0, high: 100}
                    encoding: {type: categorical, choices: [oneHot, target]}
                """;
        SearchJob any = stored.job(newJob());
        String id = UUID.randomUUID().toString();
        rows.add(
                new SearchJob(
                        id,
                        any.data(),
                        any.objective(),
                        any.budget(),
                        SearchSpaceYaml.parse("text", yaml),
                        any.seed(),
                        any.parallelism(),
                        any.ensemble(),
                        any.course()),
                yaml,
                Set.of(Trait.AMOUNTS, Trait.WORDS));

        assertThat(stored.job(id).space().families().get(0).defaults().values()).containsOnlyKeys("cost", "encoding");
        assertThat(stored.traits(id)).containsExactlyInAnyOrder(Trait.AMOUNTS, Trait.WORDS);
    }

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
