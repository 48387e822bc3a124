package io.thresher.server.searchjob;

import io.thresher.data.repair.RepairRecipe;
import io.thresher.server.Fault;
import io.thresher.server.recipe.RecipeResponse;
import io.thresher.server.recipe.Recipes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recipe of a request.
 *
 * @param number of the recipe, 0 for the table as it came
 * @param repairs its steps
 */
record RequestedRecipe(int number, RepairRecipe repairs) {

    /**
     * Reads it.
     *
     * @param asked number that is asked for; the newest if absent
     * @return nothing with what is wrong added to {@code faults}
     */
    static Optional<RequestedRecipe> read(
            @Nullable Integer asked, Recipes recipes, String dataset, String target, List<Fault> faults) {
        int number = asked == null ? recipes.newest(dataset) : asked;
        if (number == 0) {
            return Optional.of(new RequestedRecipe(0, RepairRecipe.NONE));
        }
        Optional<RecipeResponse> found = recipes.find(dataset, number);
        if (found.isEmpty()) {
            faults.add(Fault.at(
                    "/recipe",
                    "the dataset has no recipe %d; there are recipes up to %d, and 0 is the table as it came"
                            .formatted(number, recipes.newest(dataset))));
            return Optional.empty();
        }
        RepairRecipe repairs = new RepairRecipe(found.get().steps());
        if (repairs.steps().stream()
                .anyMatch(step -> step.onColumn().filter(target::equals).isPresent())) {
            faults.add(Fault.at(
                    "/recipe",
                    "recipe %d changes '%s', the column to predict; a recipe changes other columns only"
                            .formatted(number, target)));
            return Optional.empty();
        }
        return Optional.of(new RequestedRecipe(number, repairs));
    }
}
