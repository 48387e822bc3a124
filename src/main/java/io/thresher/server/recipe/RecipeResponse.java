package io.thresher.server.recipe;

import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.server.Json;
import java.time.Instant;
import java.util.List;

/**
 * A recipe as REST and pages show it.
 *
 * @param dataset id of the dataset it was made for
 * @param number from 1 for each dataset; 0 is the table as it came
 * @param steps what is done, first to last
 * @param sentences the same in words, one a step
 */
public record RecipeResponse(
        String dataset, int number, List<RepairStep> steps, List<String> sentences, Instant createdAt) {

    static RecipeResponse of(RecipeEntity row) {
        List<RepairStep> steps = Json.read(row.repairs, RepairRecipe.class).steps();
        return new RecipeResponse(
                row.dataset,
                row.number,
                steps,
                steps.stream().map(RepairStep::sentence).toList(),
                row.createdAt);
    }
}
