package io.thresher.server.searchjob;

import io.thresher.data.MetaFeatures;
import io.thresher.job.EarlierJob;
import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.job.WarmStart;
import io.thresher.search.SearchStrategy;
import io.thresher.server.Json;
import io.thresher.server.leaderboard.Trials;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What earlier jobs found out that a new one can start from. */
@ApplicationScoped
@Transactional
class EarlierJobs {
    /** Jobs looked at, the latest: submitting stays quick however many there are. */
    private static final int JOBS = 500;
    /** Best trials of a job looked at, for the best of each of its families. */
    private static final int TRIALS = 50;

    private final SearchJobRepository jobs;
    private final Trials trials;

    EarlierJobs(SearchJobRepository jobs, Trials trials) {
        this.jobs = jobs;
        this.trials = trials;
    }

    /**
     * What a job takes over from jobs of its task on other datasets; nothing where its own table is not known.
     *
     * @param asked whether it is to take anything over; where that is left open, only a job with a limit of time does:
     *     without one the same request and seed are to give the same, whatever ran before
     */
    WarmStart warmStart(AcceptedJob accepted, @Nullable Boolean asked) {
        SearchJob job = accepted.job();
        boolean wanted =
                job.course().strategy() == SearchStrategy.ENGINE && Objects.requireNonNullElse(asked, job.isTimed());
        return accepted.table()
                .filter(table -> wanted)
                .map(table -> WarmStart.of(table, ended(job), id -> trials.best(id, TRIALS), job.space()))
                .orElse(WarmStart.NONE);
    }

    /** The latest first. */
    private List<EarlierJob> ended(SearchJob job) {
        List<SearchJobEntity> rows = jobs.withMetaFeatures(
                job.objective().task(),
                job.data().dataset(),
                List.of(JobState.SUCCEEDED, JobState.CANCELLED),
                Limit.of(JOBS));
        return rows.stream()
                .map(row -> new EarlierJob(
                        row.id,
                        row.plan.dataset,
                        row.plan.target,
                        Json.read(Objects.requireNonNull(row.plan.metaFeatures), MetaFeatures.class)))
                .toList();
    }
}
