package io.thresher.server.recipe;

import io.thresher.data.repair.RepairRecipe;
import io.thresher.server.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A recipe's row. It never changes: a changed recipe is the next number. */
@Entity
@Table(name = "recipe")
@IdClass(RecipeId.class)
class RecipeEntity {

    @Id
    String dataset;

    /** From 1; 0 is the table as it came. */
    @Id
    int number;

    /** A {@link RepairRecipe} as JSON. */
    String repairs;

    Instant createdAt;

    static RecipeEntity of(String dataset, int number, RepairRecipe repairs, Instant now) {
        RecipeEntity row = new RecipeEntity();
        row.dataset = dataset;
        row.number = number;
        row.repairs = Json.write(repairs);
        row.createdAt = now;
        return row;
    }
}
