package io.thresher.server.searchjob;

import io.thresher.job.JobState;
import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queries over search jobs. */
@Repository
interface SearchJobRepository {

    @Insert
    void add(SearchJobEntity job);

    @Update
    void update(SearchJobEntity job);

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

    @Query("update SearchJobEntity set state = :to where id = :id and state in :from")
    int changeState(String id, List<JobState> from, JobState to);

    @Query("update SearchJobEntity set modelName = :name, modelVersion = :version where id = :id")
    int setModel(String id, String name, int version);

    @Query("update SearchJobEntity set holdoutRows = :rows, holdoutScore = :score where id = :id")
    int setHoldout(String id, int rows, double score);

    @Query("update SearchJobEntity set usedMillis = :millis where id = :id")
    int setUsed(String id, long millis);

    @Query("select usedMillis from SearchJobEntity where id = :id")
    Optional<Long> used(String id);
}
