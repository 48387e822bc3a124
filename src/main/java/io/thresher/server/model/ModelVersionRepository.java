package io.thresher.server.model;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** Rows of model versions. */
@Repository
interface ModelVersionRepository {

    @Insert
    void add(ModelVersionEntity model);

    @Find
    Optional<ModelVersionEntity> find(String name, int version);

    @Query("select max(version) from ModelVersionEntity where name = :name")
    Optional<Integer> newest(String name);

    @Query("from ModelVersionEntity where job = :job")
    List<ModelVersionEntity> ofJob(String job);

    @Query("from ModelVersionEntity order by createdAt desc, name, version desc")
    List<ModelVersionEntity> all();
}
