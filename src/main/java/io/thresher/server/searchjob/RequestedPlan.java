package io.thresher.server.searchjob;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.MetaFeatures;
import io.thresher.data.TargetCheck;
import io.thresher.data.Task;
import io.thresher.data.TaskProposal;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.data.split.AutoValidation;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.Constraints;
import io.thresher.pipeline.Traits;
import io.thresher.seed.Seed;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.issue.Issues;
import io.thresher.server.recipe.Recipes;
import io.thresher.space.Trait;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of its data and of how models are judged on them, against the data themselves. */
final class RequestedPlan {
    /** Where in a request stands what a check of the data speaks of. */
    private static final Map<String, String> POINTERS = Map.of("dataset", "/dataset", "task", "/task");

    private final StoredSchemas schemas;
    private final Recipes recipes;
    private final Issues issues;
    private final HoldoutScorer holdouts;
    private final List<Fault> faults;

    /**
     * @param faults where what is wrong is added
     */
    RequestedPlan(DataFolder folder, Recipes recipes, Issues issues, HoldoutScorer holdouts, List<Fault> faults) {
        this.schemas = new StoredSchemas(folder);
        this.recipes = recipes;
        this.issues = issues;
        this.holdouts = holdouts;
        this.faults = faults;
    }

    /**
     * Data and judge, found to fit together.
     *
     * @param recipe number of the recipe, 0 for none
     * @param reason why the validation was chosen, if the user left that open
     * @param traits what there is in the features
     * @param table what features and target are like
     */
    record Found(
            Objective objective,
            DataPlan data,
            int recipe,
            Optional<String> reason,
            Set<Trait> traits,
            MetaFeatures table) {}

    /** Nothing if something is wrong. */
    Optional<Found> read(SearchJobRequest request) {
        Optional<Task> task = RequestedWord.task(request.task(), faults);
        Optional<Metric> metric = RequestedWord.metric(request.metric(), faults);
        return schema(request.dataset()).flatMap(schema -> found(request, schema, task, metric));
    }

    private Optional<DatasetSchema> schema(@Nullable String dataset) {
        if (dataset == null || dataset.isBlank()) {
            faults.add(Fault.at("/dataset", "the id of a dataset is needed"));
            return Optional.empty();
        }
        Optional<DatasetSchema> schema = schemas.find(dataset);
        if (schema.isEmpty()) {
            faults.add(Fault.at("/dataset", "there is no dataset '%s'; upload it first".formatted(dataset)));
        }
        return schema;
    }

    private Optional<Found> found(
            SearchJobRequest request, DatasetSchema schema, Optional<Task> asked, Optional<Metric> metric) {
        String dataset = String.valueOf(request.dataset());
        String target = request.target();
        if (target == null || target.isEmpty()) {
            faults.add(Fault.at("/target", "the name of the column to predict is needed"));
            return Optional.empty();
        }
        Task task = asked.or(() -> schema.column(target).map(column -> TaskProposal.of(column, schema.rows())))
                .orElse(Task.REGRESSION);
        int before = faults.size();
        Optional<Validation> wanted = RequestedValidation.read(request.validation(), faults);
        int parts = wanted.map(Validation::leastParts).orElse(Validation.DEFAULT_FOLDS);
        String forFolds = wanted.isPresent() ? "/validation" : "/target";
        if (refused(TargetCheck.ofSchema(schema, target, task, parts), forFolds)) {
            return Optional.empty();
        }
        checkMetric(task, metric);
        RequestedHoldout last = new RequestedHoldout(schemas, holdouts, faults);
        double holdout = last.fraction(request.holdout(), request.testDataset());
        last.checkTest(request.testDataset(), schema, target);
        Optional<RequestedRecipe> recipe = RequestedRecipe.read(request.recipe(), recipes, dataset, target, faults);
        RepairRecipe repairs = recipe.map(RequestedRecipe::repairs).orElse(RepairRecipe.NONE);
        wanted.flatMap(Validation::byColumn).ifPresent(column -> checkKey(column, schema, target));
        Constraints constraints =
                new RequestedConstraints(schema, target, repairs, faults).read(request.constraints(), task);
        if (faults.size() > before) {
            return Optional.empty();
        }
        AutoValidation auto = AutoValidation.of(
                (int) (schema.rows() - schema.column(target).orElseThrow().missing()),
                wanted.isPresent() ? Optional.empty() : groups(dataset, target, task, repairs));
        DataPlan data = new DataPlan(dataset, target, repairs, wanted.orElse(auto.validation()), holdout, constraints);
        Objective objective = metric.map(judge -> new Objective(task, judge)).orElseGet(() -> Objective.of(task));
        Optional<String> reason = wanted.isPresent() ? Optional.empty() : Optional.of(auto.reason());
        int number = recipe.map(RequestedRecipe::number).orElse(0);
        return dealt(data, schema, task)
                .map(rows -> new Found(
                        objective,
                        data,
                        number,
                        reason,
                        Traits.of(rows.features(), rows.target()),
                        MetaFeatures.of(rows.features(), rows.target())));
    }

    /** The column whose rows belong together, unless a recipe leaves it out. */
    private Optional<String> groups(String dataset, String target, Task task, RepairRecipe repairs) {
        return issues.groups(dataset, target, task)
                .filter(column -> !repairs.steps().contains(new RepairStep.DropColumn(column)));
    }

    private void checkMetric(Task task, Optional<Metric> metric) {
        if (metric.isPresent() && !Objective.fitting(task).contains(metric.get())) {
            faults.add(Fault.at(
                    "/metric",
                    "%s does not judge a %s task; %s do"
                            .formatted(
                                    metric.get().word(),
                                    task.word(),
                                    RequestedWord.words(Objective.fitting(task), Metric::word))));
        }
    }

    private void checkKey(String column, DatasetSchema schema, String target) {
        if (schema.column(column).isEmpty()) {
            faults.add(Fault.at("/validation/column", "there is no column '%s'".formatted(column)));
        } else if (column.equals(target)) {
            faults.add(Fault.at(
                    "/validation/column", "'%s' is the column to predict; another is needed".formatted(column)));
        }
    }

    /** Deals the rows out as every trial will; those that the search may use, nothing if that cannot be. */
    private Optional<Labelled> dealt(DataPlan data, DatasetSchema schema, Task task) {
        try {
            PreparedRows rows = PreparedRows.read(schemas.table(data.dataset()), schema, data, task, new Seed(0));
            if (rows.search().features().columns().isEmpty()) {
                faults.add(Fault.at(
                        "/recipe",
                        "nothing is left to learn from; at least one column of numbers or categories is needed"));
                return Optional.empty();
            }
            return refused(TargetCheck.ofRows(rows.search().target()), "/target")
                    ? Optional.empty()
                    : Optional.of(rows.search());
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at("/validation", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private boolean refused(List<io.thresher.data.Fault> found, String forFolds) {
        for (io.thresher.data.Fault fault : found) {
            String pointer = fault.field().equals("folds") ? forFolds : POINTERS.getOrDefault(fault.field(), "/target");
            faults.add(Fault.at(pointer, fault.message()));
        }
        return !found.isEmpty();
    }
}
