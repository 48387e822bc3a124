package io.thresher.server.searchjob;

import io.thresher.data.Task;
import io.thresher.job.EndReason;
import io.thresher.job.JobState;
import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries over search jobs. */
@Repository
interface SearchJobRepository {

    @Insert
    void add(SearchJobEntity job);

    @Find
    Optional<SearchJobEntity> find(String id);

    @Query("select count(*) from SearchJobEntity where id = :id")
    long count(String id);

    @Query("from SearchJobEntity where state in :states order by createdAt, id")
    List<SearchJobEntity> inStates(List<JobState> states);

    @Query("from SearchJobEntity order by createdAt desc, id desc")
    List<SearchJobEntity> newest(Limit limit);

    @Query("from SearchJobEntity where createdAt < :createdAt or createdAt = :createdAt and id < :id"
            + " order by createdAt desc, id desc")
    List<SearchJobEntity> olderThan(Instant createdAt, String id, Limit limit);

    @Query("from SearchJobEntity where plan.task = :task and plan.dataset <> :dataset and state in :states"
            + " and replayOf is null and plan.metaFeatures is not null order by endedAt desc, id")
    List<SearchJobEntity> withMetaFeatures(Task task, String dataset, List<JobState> states, Limit limit);

    @Query("update SearchJobEntity set state = :to where id = :id and state in :from")
    int changeState(String id, List<JobState> from, JobState to);

    @Query("update SearchJobEntity set startedAt = :now where id = :id and startedAt is null")
    int setStarted(String id, Instant now);

    @Query("update SearchJobEntity set state = :state, endReason = :reason, bestTrial = :best, error = :error,"
            + " endedAt = :now where id = :id")
    int end(String id, JobState state, EndReason reason, @Nullable Integer best, @Nullable String error, Instant now);

    @Query("update SearchJobEntity set state = :state, endReason = null, error = null, endedAt = null where id = :id")
    int reopen(String id, JobState state);

    @Query("update SearchJobEntity set budget.millis = :millis, budget.trials = :trials, budget.patience = :patience"
            + " where id = :id")
    int setBudget(String id, @Nullable Long millis, @Nullable Integer trials, @Nullable Double patience);

    @Query("update SearchJobEntity set course.spaceName = :name, course.spaceYaml = :yaml where id = :id")
    int setSpace(String id, String name, String yaml);

    @Query("update SearchJobEntity set modelName = :name, modelVersion = :version where id = :id")
    int setModel(String id, String name, int version);

    @Query("update SearchJobEntity set delivered = :delivered where id = :id")
    int setDelivered(String id, String delivered);

    @Query("update SearchJobEntity set picked = :picked where id = :id")
    int setPicked(String id, @Nullable String picked);

    @Query("update SearchJobEntity set holdoutRows = :rows, holdoutScore = :score where id = :id")
    int setHoldout(String id, int rows, double score);

    @Query("update SearchJobEntity set usedMillis = :millis where id = :id")
    int setUsed(String id, long millis);

    @Query("select usedMillis from SearchJobEntity where id = :id")
    Optional<Long> used(String id);
}
