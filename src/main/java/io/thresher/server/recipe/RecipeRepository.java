package io.thresher.server.recipe;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** Rows of recipes. */
@Repository
interface RecipeRepository {

    @Insert
    void add(RecipeEntity recipe);

    @Find
    Optional<RecipeEntity> find(String dataset, int number);

    @Query("select max(number) from RecipeEntity where dataset = :dataset")
    Optional<Integer> newest(String dataset);

    @Query("from RecipeEntity where dataset = :dataset order by number desc")
    List<RecipeEntity> all(String dataset);
}
