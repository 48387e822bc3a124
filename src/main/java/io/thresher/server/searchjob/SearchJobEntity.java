package io.thresher.server.searchjob;

import io.thresher.job.EndReason;
import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.server.Json;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Embedded
    JobPlan plan;

    @Embedded
    JobBudget budget;

    @Embedded
    JobCourse course;

    /** Id of the job whose trials are run again. */
    @Nullable
    String replayOf;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    JobState state;

    Instant createdAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    /** Why the search stopped; absent, too, for jobs that ended before this was kept. */
    @Nullable
    @JdbcTypeCode(SqlTypes.VARCHAR)
    EndReason endReason;

    /** Time the job has run so far, downtime not counted. */
    long usedMillis;

    @Nullable
    Integer bestTrial;

    @Nullable
    String error;

    /** What the job delivered, a {@link DeliveredResponse} as JSON. */
    @Nullable
    String delivered;

    /** What a user picked instead, a {@link HandPick} as JSON. */
    @Nullable
    String picked;

    @Nullable
    Integer holdoutRows;

    @Nullable
    Double holdoutScore;

    @Nullable
    String modelName;

    @Nullable
    Integer modelVersion;

    /**
     * A job that was just accepted.
     *
     * @param spaceYaml text of the job's search space
     */
    static SearchJobEntity queued(AcceptedJob accepted, String spaceYaml, Instant now) {
        SearchJob job = accepted.job();
        SearchJobEntity row = new SearchJobEntity();
        row.id = job.id();
        row.plan = JobPlan.of(accepted);
        row.budget = JobBudget.of(job.budget());
        row.course = JobCourse.of(accepted, spaceYaml);
        row.replayOf = job.course().replayOf().orElse(null);
        row.state = JobState.QUEUED;
        row.createdAt = now;
        return row;
    }

    /** A job that runs all trials of an earlier one again. */
    static SearchJobEntity replay(SearchJobEntity original, String id, int trials, Instant now) {
        SearchJobEntity row = new SearchJobEntity();
        row.id = id;
        row.plan = original.plan;
        row.budget = JobBudget.ofTrials(trials);
        row.course = original.course;
        row.replayOf = original.id;
        row.state = JobState.QUEUED;
        row.createdAt = now;
        return row;
    }

    Optional<DeliveredResponse> delivered() {
        return Optional.ofNullable(delivered).map(json -> Json.read(json, DeliveredResponse.class));
    }

    Optional<HandPick> picked() {
        return Optional.ofNullable(picked).map(json -> Json.read(json, HandPick.class));
    }

    /** What was asked for, as the search loop takes it. */
    SearchJob toSearchJob() {
        return new SearchJob(
                id,
                plan.toDataPlan(),
                plan.objective(),
                budget.toBudget(),
                course.space(plan.traits()),
                course.seed,
                course.parallelism,
                course.ensemble,
                course.toCourse(replayOf));
    }
}
