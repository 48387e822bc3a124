package io.thresher.server.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.repair.RecipeCheck;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.Json;
import io.thresher.server.ProblemException;
import io.thresher.server.dataset.Datasets;
import io.thresher.server.issue.Issues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the recipes of datasets. The newest is the one a search uses if it is told nothing else. */
@ApplicationScoped
@Transactional
public class Recipes {
    private final RecipeRepository recipes;
    private final Datasets datasets;
    private final Issues issues;
    private final DataFolder folder;
    private final Clock clock;

    Recipes(RecipeRepository recipes, Datasets datasets, Issues issues, DataFolder folder, Clock clock) {
        this.recipes = recipes;
        this.datasets = datasets;
        this.issues = issues;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Keeps a recipe as the next number.
     *
     * @throws ProblemException naming every step that is not understood or does not fit the table
     */
    public RecipeResponse add(String dataset, RecipeRequest request) {
        datasets.one(dataset);
        if (!Boolean.TRUE.equals(request.acceptSafe())) {
            return add(dataset, new RepairRecipe(read(request.steps())));
        }
        Optional<RecipeResponse> newest = find(dataset, newest(dataset));
        List<RepairStep> steps = new ArrayList<>(
                request.steps() == null ? newest.map(RecipeResponse::steps).orElse(List.of()) : read(request.steps()));
        issues
                .find(dataset, Optional.ofNullable(request.target()), Optional.empty(), Optional.empty())
                .safeSteps()
                .stream()
                .filter(step -> !steps.contains(step))
                .forEach(steps::add);
        return add(dataset, new RepairRecipe(steps));
    }

    /**
     * Keeps a recipe as the next number; the same as the newest is the newest.
     *
     * @throws ProblemException naming every step that does not fit the table
     */
    public RecipeResponse add(String dataset, RepairRecipe recipe) {
        List<Fault> faults =
                RecipeCheck.faults(
                                recipe, SchemaFile.read(folder.dataset(dataset).resolve(DatasetFiles.SCHEMA)))
                        .stream()
                        .map(fault -> Fault.at("/steps/" + fault.field(), fault.message()))
                        .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        int newest = newest(dataset);
        Optional<RecipeResponse> same =
                find(dataset, newest).filter(known -> known.steps().equals(recipe.steps()));
        if (same.isPresent()) {
            return same.get();
        }
        RecipeEntity row = RecipeEntity.of(dataset, newest + 1, recipe, clock.instant());
        recipes.add(row);
        return RecipeResponse.of(row);
    }

    /** All recipes of a dataset, newest first. */
    public List<RecipeResponse> all(String dataset) {
        datasets.one(dataset);
        return recipes.all(dataset).stream().map(RecipeResponse::of).toList();
    }

    /**
     * One recipe.
     *
     * @throws ProblemException 404 if there is none of that number
     */
    public RecipeResponse one(String dataset, int number) {
        return find(dataset, number)
                .orElseThrow(() -> ProblemException.notFound("recipe", dataset + "/recipes/" + number));
    }

    /** The recipe of that number, or nothing. */
    public Optional<RecipeResponse> find(String dataset, int number) {
        return recipes.find(dataset, number).map(RecipeResponse::of);
    }

    /** Number of the newest recipe; 0 if there is none. */
    public int newest(String dataset) {
        return recipes.newest(dataset).orElse(0);
    }

    private static List<RepairStep> read(@Nullable JsonNode steps) {
        if (steps == null || !steps.isArray()) {
            throw ProblemException.invalid(List.of(Fault.at("/steps", "a list of steps is needed; it may be empty")));
        }
        List<RepairStep> read = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            try {
                read.add(Json.convert(steps.get(i), RepairStep.class));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.at(
                        "/steps/" + i,
                        "%s. Accepted kinds are %s".formatted(e.getMessage(), String.join(", ", RepairStep.KINDS))));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return read;
    }
}
