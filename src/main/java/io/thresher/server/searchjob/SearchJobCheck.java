package io.thresher.server.searchjob;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.TargetCheck;
import io.thresher.data.Task;
import io.thresher.data.TaskProposal;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.data.split.AutoValidation;
import io.thresher.data.split.Validation;
import io.thresher.job.Budget;
import io.thresher.job.Course;
import io.thresher.job.SearchJob;
import io.thresher.metric.Metric;
import io.thresher.model.Constraints;
import io.thresher.model.ModelFamily;
import io.thresher.pipeline.Traits;
import io.thresher.search.SearchStrategy;
import io.thresher.seed.Seed;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import io.thresher.server.issue.Issues;
import io.thresher.server.recipe.RecipeResponse;
import io.thresher.server.recipe.Recipes;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.InvalidSearchSpace;
import io.thresher.space.SearchSpace;
import io.thresher.space.Trait;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedRows;
import io.thresher.worker.process.Families;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a request whole: either it is a search job, or every fault in it is named. */
final class SearchJobCheck {
    /** Where in a request stands what a check of the data speaks of. */
    private static final Map<String, String> POINTERS = Map.of("dataset", "/dataset", "task", "/task");
    /** Seeds that are drawn stay readable. */
    private static final int DRAWN_SEEDS = 1_000_000;

    private final DataFolder folder;
    private final SearchSpaces spaces;
    private final Recipes recipes;
    private final Issues issues;
    private final HoldoutScorer holdouts;
    private final int slots;
    private final List<Fault> faults = new ArrayList<>();

    SearchJobCheck(
            DataFolder folder, SearchSpaces spaces, Recipes recipes, Issues issues, HoldoutScorer holdouts, int slots) {
        this.folder = folder;
        this.spaces = spaces;
        this.recipes = recipes;
        this.issues = issues;
        this.holdouts = holdouts;
        this.slots = slots;
    }

    /**
     * @throws ProblemException naming every fault
     */
    AcceptedJob check(String id, SearchJobRequest request) {
        Optional<Budget> budget = RequestedBudget.read(request.budget(), faults);
        Optional<SearchSpace> whole = space(request.searchSpace());
        int parallelism = parallelism(request.parallelism());
        Optional<Task> task = word("/task", request.task(), Task::ofWord, words(Task.values()));
        Optional<Metric> metric = word("/metric", request.metric(), Metric::ofWord, words(Metric.values()));
        Optional<SearchStrategy> strategy =
                word("/strategy", request.strategy(), SearchJobCheck::strategy, "engine, portfolio, random");
        Optional<Found> found = schema(request.dataset()).flatMap(schema -> found(request, schema, task, metric));
        Optional<SearchSpace> space = whole.flatMap(all -> honouring(
                        all, found.map(plan -> plan.data().constraints()).orElse(Constraints.NONE)))
                .map(kept -> spaces.relevant(kept, found.map(Found::traits).orElse(Trait.all())));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        long seed = request.seed() == null ? new SecureRandom().nextInt(DRAWN_SEEDS) : request.seed();
        Found plan = found.orElseThrow();
        SearchJob job = new SearchJob(
                id,
                plan.data(),
                plan.objective(),
                budget.orElseThrow(),
                space.orElseThrow(),
                seed,
                parallelism,
                !Boolean.FALSE.equals(request.ensemble()),
                Course.ofNew(
                        strategy.orElse(SearchStrategy.ENGINE),
                        request.parallelism() == null ? 1 : request.parallelism()));
        return new AcceptedJob(
                job, plan.recipe(), plan.reason(), Optional.ofNullable(request.testDataset()), plan.traits());
    }

    private Optional<DatasetSchema> schema(@Nullable String dataset) {
        if (dataset == null || dataset.isBlank()) {
            faults.add(Fault.at("/dataset", "the id of a dataset is needed"));
            return Optional.empty();
        }
        if (!isThere(dataset)) {
            faults.add(Fault.at("/dataset", "there is no dataset '%s'; upload it first".formatted(dataset)));
            return Optional.empty();
        }
        return Optional.of(SchemaFile.read(schemaFile(dataset)));
    }

    private boolean isThere(String dataset) {
        return dataset.matches("[0-9a-f]+") && Files.isRegularFile(schemaFile(dataset));
    }

    private Path schemaFile(String dataset) {
        return folder.dataset(dataset).resolve(DatasetFiles.SCHEMA);
    }

    /** What stands in the request of dataset and judge, found to fit together. */
    private record Found(Objective objective, DataPlan data, int recipe, Optional<String> reason, Set<Trait> traits) {}

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
        double holdout = holdout(request.holdout(), request.testDataset());
        checkTest(request.testDataset(), schema, target);
        int recipe = request.recipe() == null ? recipes.newest(dataset) : request.recipe();
        Optional<RepairRecipe> repairs = repairs(dataset, recipe, target);
        wanted.flatMap(Validation::byColumn).ifPresent(column -> checkKey(column, schema, target));
        Constraints constraints = new RequestedConstraints(schema, target, repairs.orElse(RepairRecipe.NONE), faults)
                .read(request.constraints(), task);
        if (faults.size() > before) {
            return Optional.empty();
        }
        AutoValidation auto = AutoValidation.of(
                (int) (schema.rows() - schema.column(target).orElseThrow().missing()),
                wanted.isPresent() ? Optional.empty() : groups(dataset, target, task, repairs.orElseThrow()));
        DataPlan data = new DataPlan(
                dataset, target, repairs.orElseThrow(), wanted.orElse(auto.validation()), holdout, constraints);
        Objective objective = metric.map(judge -> new Objective(task, judge)).orElseGet(() -> Objective.of(task));
        Optional<String> reason = wanted.isPresent() ? Optional.empty() : Optional.of(auto.reason());
        return dealt(data, schema, task)
                .map(features -> new Found(objective, data, recipe, reason, Traits.of(features, task)));
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
                                    words(Objective.fitting(task).toArray(Metric[]::new)))));
        }
    }

    private double holdout(@Nullable Double asked, @Nullable String testDataset) {
        if (asked == null || asked == 0) {
            return 0;
        }
        if (!(asked > 0 && asked <= DataPlan.MOST_HELD_OUT)) {
            faults.add(Fault.at(
                    "/holdout",
                    "must be from 0 to %s, a fraction of the rows, got %s".formatted(DataPlan.MOST_HELD_OUT, asked)));
            return 0;
        }
        if (testDataset != null) {
            faults.add(Fault.at(
                    "/holdout", "a search is scored on a fraction of its rows or on a test dataset, not on both"));
        }
        return asked;
    }

    private void checkTest(@Nullable String testDataset, DatasetSchema schema, String target) {
        if (testDataset == null) {
            return;
        }
        if (!isThere(testDataset)) {
            faults.add(Fault.at("/testDataset", "there is no dataset '%s'; upload it first".formatted(testDataset)));
            return;
        }
        List<String> missing = holdouts.missing(testDataset, schema, target);
        if (!missing.isEmpty()) {
            faults.add(Fault.at(
                    "/testDataset", "the dataset lacks columns that this one has: " + String.join(", ", missing)));
        }
    }

    private Optional<RepairRecipe> repairs(String dataset, int recipe, String target) {
        if (recipe == 0) {
            return Optional.of(RepairRecipe.NONE);
        }
        Optional<RecipeResponse> found = recipes.find(dataset, recipe);
        if (found.isEmpty()) {
            faults.add(Fault.at(
                    "/recipe",
                    "the dataset has no recipe %d; there are recipes up to %d, and 0 is the table as it came"
                            .formatted(recipe, recipes.newest(dataset))));
            return Optional.empty();
        }
        RepairRecipe repairs = new RepairRecipe(found.get().steps());
        if (repairs.steps().stream()
                .anyMatch(step -> step.onColumn().filter(target::equals).isPresent())) {
            faults.add(Fault.at(
                    "/recipe",
                    "recipe %d changes '%s', the column to predict; a recipe changes other columns only"
                            .formatted(recipe, target)));
            return Optional.empty();
        }
        return Optional.of(repairs);
    }

    private void checkKey(String column, DatasetSchema schema, String target) {
        if (schema.column(column).isEmpty()) {
            faults.add(Fault.at("/validation/column", "there is no column '%s'".formatted(column)));
        } else if (column.equals(target)) {
            faults.add(Fault.at(
                    "/validation/column", "'%s' is the column to predict; another is needed".formatted(column)));
        }
    }

    /** Deals the rows out as every trial will; the features that models are given, nothing if that cannot be. */
    private Optional<Table> dealt(DataPlan data, DatasetSchema schema, Task task) {
        Path table = folder.dataset(data.dataset()).resolve(DatasetFiles.TABLE);
        try {
            PreparedRows rows = PreparedRows.read(table, schema, data, task, new Seed(0));
            if (rows.search().features().columns().isEmpty()) {
                faults.add(Fault.at(
                        "/recipe",
                        "nothing is left to learn from; at least one column of numbers or categories is needed"));
                return Optional.empty();
            }
            return refused(TargetCheck.ofRows(rows.search().target()), "/target")
                    ? Optional.empty()
                    : Optional.of(rows.search().features());
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

    private Optional<SearchSpace> space(@Nullable String reference) {
        String asked = reference == null || reference.isBlank() ? SearchSpaces.DEFAULT : reference;
        try {
            return Optional.of(spaces.read(asked));
        } catch (InvalidSearchSpace e) {
            e.faults().forEach(fault -> faults.add(Fault.at("/searchSpace", fault.toString())));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at("/searchSpace", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** The families of a space that keep to the constraints. */
    private Optional<SearchSpace> honouring(SearchSpace space, Constraints constraints) {
        List<String> able = Families.all().families().stream()
                .filter(family -> family.honours(constraints))
                .map(ModelFamily::name)
                .toList();
        Optional<SearchSpace> kept = space.only(able);
        if (kept.isEmpty()) {
            faults.add(Fault.at(
                    "/constraints",
                    "no family of search space '%s' can keep to them; these can: %s"
                            .formatted(space.name(), String.join(", ", able))));
        }
        return kept;
    }

    private int parallelism(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > slots)) {
            faults.add(Fault.at(
                    "/parallelism", "must be from 1 to %d, the number of workers, got %d".formatted(slots, asked)));
        }
        return asked == null ? slots : asked;
    }

    private <T> Optional<T> word(
            String pointer, @Nullable String word, Function<String, Optional<T>> read, String accepted) {
        Optional<T> value = word == null || word.isBlank() ? Optional.empty() : read.apply(word);
        if (word != null && !word.isBlank() && value.isEmpty()) {
            faults.add(Fault.at(pointer, "'%s' is not known; accepted are %s".formatted(word, accepted)));
        }
        return value;
    }

    private static Optional<SearchStrategy> strategy(String word) {
        return Arrays.stream(SearchStrategy.values())
                .filter(strategy -> strategy.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static String words(Task... tasks) {
        return Arrays.stream(tasks).map(Task::word).collect(Collectors.joining(", "));
    }

    private static String words(Metric... metrics) {
        return Arrays.stream(metrics).map(Metric::word).collect(Collectors.joining(", "));
    }
}
