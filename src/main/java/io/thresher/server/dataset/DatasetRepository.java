package io.thresher.server.dataset;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queries over datasets. */
@Repository
interface DatasetRepository {

    @Insert
    void add(DatasetEntity dataset);

    @Find
    Optional<DatasetEntity> find(String id);

    @Query("from DatasetEntity order by createdAt desc, id desc")
    List<DatasetEntity> newest(Limit limit);

    @Query("from DatasetEntity where createdAt < :createdAt or createdAt = :createdAt and id < :id"
            + " order by createdAt desc, id desc")
    List<DatasetEntity> olderThan(Instant createdAt, String id, Limit limit);
}
