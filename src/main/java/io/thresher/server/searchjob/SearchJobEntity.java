package io.thresher.server.searchjob;

import io.thresher.data.Task;
import io.thresher.job.Budget;
import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.metric.Metric;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.Objective;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A search job's row. */
@Entity
@Table(name = "search_job")
class SearchJobEntity {

    @Id
    String id;

    String dataset;
    String target;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Task task;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Metric metric;

    @Nullable
    Long budgetMillis;

    @Nullable
    Integer budgetTrials;

    String spaceName;
    String spaceYaml;
    long seed;
    int parallelism;
    int folds;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    JobState state;

    Instant createdAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    /** Time the job has run so far, downtime not counted. */
    long usedMillis;

    @Nullable
    Integer bestTrial;

    @Nullable
    String error;

    @Nullable
    String modelName;

    @Nullable
    Integer modelVersion;

    /**
     * A job that was just accepted.
     *
     * @param spaceYaml text of the job's search space
     */
    static SearchJobEntity queued(SearchJob job, String spaceYaml, Instant now) {
        SearchJobEntity row = new SearchJobEntity();
        row.id = job.id();
        row.dataset = job.dataset();
        row.target = job.target();
        row.task = job.objective().task();
        row.metric = job.objective().metric();
        row.budgetMillis = job.budget().time().map(Duration::toMillis).orElse(null);
        row.budgetTrials = job.budget().trials().orElse(null);
        row.spaceName = job.space().name();
        row.spaceYaml = spaceYaml;
        row.seed = job.seed();
        row.parallelism = job.parallelism();
        row.folds = job.folds();
        row.state = JobState.QUEUED;
        row.createdAt = now;
        return row;
    }

    Budget budget() {
        return new Budget(Optional.ofNullable(budgetMillis).map(Duration::ofMillis), Optional.ofNullable(budgetTrials));
    }

    /** What was asked for, as the search loop takes it. */
    SearchJob toSearchJob() {
        return new SearchJob(
                id,
                dataset,
                target,
                new Objective(task, metric),
                budget(),
                SearchSpaceYaml.parse(spaceName, spaceYaml),
                seed,
                parallelism,
                folds);
    }
}
