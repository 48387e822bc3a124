package io.thresher.server.searchjob;

import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.job.Budget;
import io.thresher.job.Course;
import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.metric.Metric;
import io.thresher.model.Constraints;
import io.thresher.search.Patience;
import io.thresher.search.SearchStrategy;
import io.thresher.server.Json;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.space.Trait;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A search job's row. */
@Entity
@Table(name = "search_job")
class SearchJobEntity {

    @Id
    String id;

    String dataset;
    String target;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Task task;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Metric metric;

    @Nullable
    Long budgetMillis;

    @Nullable
    Integer budgetTrials;

    /** Share of what was spent that may pass without a gain. */
    @Nullable
    Double budgetPatience;

    String spaceName;
    String spaceYaml;
    long seed;
    int parallelism;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    SearchStrategy strategy;

    /** Without a limit of time, trial n knows the outcomes up to n − lag. */
    int lag;

    /** Id of the job whose trials are run again. */
    @Nullable
    String replayOf;

    /** Number of the recipe, 0 for none. */
    int recipe;

    /** The recipe itself, a {@link RepairRecipe} as JSON. */
    String repairs;

    /** A {@link Validation} as JSON. */
    String validation;

    /** Why it is that validation, if it was chosen for the user. */
    @Nullable
    String validationReason;

    /** Fraction of the rows kept from the search. */
    double holdout;

    @Nullable
    String testDataset;

    /** A {@link Constraints} as JSON. */
    String constraints;

    /** Families of the space that cannot keep to the constraints, a list of names as JSON. */
    String familiesLeftOut;

    boolean ensemble;

    /** What the job delivered, a {@link DeliveredResponse} as JSON. */
    @Nullable
    String delivered;

    @Nullable
    Integer holdoutRows;

    @Nullable
    Double holdoutScore;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    JobState state;

    Instant createdAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    /** What there is in its data that parameters may be about. */
    @Nullable
    String traits;

    /** Time the job has run so far, downtime not counted. */
    long usedMillis;

    @Nullable
    Integer bestTrial;

    @Nullable
    String error;

    @Nullable
    String modelName;

    @Nullable
    Integer modelVersion;

    /**
     * A job that was just accepted.
     *
     * @param spaceYaml text of the job's search space
     */
    static SearchJobEntity queued(AcceptedJob accepted, String spaceYaml, Instant now) {
        SearchJob job = accepted.job();
        SearchJobEntity row = new SearchJobEntity();
        row.id = job.id();
        row.dataset = job.data().dataset();
        row.target = job.data().target();
        row.recipe = accepted.recipe();
        row.repairs = Json.write(job.data().repairs());
        row.validation = Json.write(job.data().validation());
        row.validationReason = accepted.validationReason().orElse(null);
        row.holdout = job.data().holdout();
        row.constraints = Json.write(job.data().constraints());
        List<String> kept =
                job.space().families().stream().map(FamilySpace::family).toList();
        row.familiesLeftOut = Json.write(SearchSpaceYaml.parse(job.space().name(), spaceYaml).families().stream()
                .map(FamilySpace::family)
                .filter(family -> !kept.contains(family))
                .toList());
        row.traits = Json.write(accepted.traits());
        row.ensemble = job.ensemble();
        row.testDataset = accepted.testDataset().orElse(null);
        row.task = job.objective().task();
        row.metric = job.objective().metric();
        row.budgetMillis = job.budget().time().map(Duration::toMillis).orElse(null);
        row.budgetTrials = job.budget().trials().orElse(null);
        row.budgetPatience = job.budget().patience().map(Patience::share).orElse(null);
        row.strategy = job.course().strategy();
        row.lag = job.course().lag();
        row.replayOf = job.course().replayOf().orElse(null);
        row.spaceName = job.space().name();
        row.spaceYaml = spaceYaml;
        row.seed = job.seed();
        row.parallelism = job.parallelism();
        row.state = JobState.QUEUED;
        row.createdAt = now;
        return row;
    }

    /** A job that runs all trials of an earlier one again. */
    static SearchJobEntity replay(SearchJobEntity original, String id, int trials, Instant now) {
        SearchJobEntity row = new SearchJobEntity();
        row.id = id;
        row.dataset = original.dataset;
        row.target = original.target;
        row.recipe = original.recipe;
        row.repairs = original.repairs;
        row.validation = original.validation;
        row.validationReason = original.validationReason;
        row.holdout = original.holdout;
        row.constraints = original.constraints;
        row.familiesLeftOut = original.familiesLeftOut;
        row.traits = original.traits;
        row.testDataset = original.testDataset;
        row.task = original.task;
        row.metric = original.metric;
        row.budgetTrials = trials;
        row.strategy = original.strategy;
        row.lag = original.lag;
        row.replayOf = original.id;
        row.spaceName = original.spaceName;
        row.spaceYaml = original.spaceYaml;
        row.seed = original.seed;
        row.parallelism = original.parallelism;
        row.state = JobState.QUEUED;
        row.createdAt = now;
        return row;
    }

    DataPlan data() {
        return new DataPlan(
                dataset,
                target,
                Json.read(repairs, RepairRecipe.class),
                Json.read(validation, Validation.class),
                holdout,
                Json.read(constraints, Constraints.class));
    }

    Budget budget() {
        return new Budget(
                Optional.ofNullable(budgetMillis).map(Duration::ofMillis),
                Optional.ofNullable(budgetTrials),
                Optional.ofNullable(budgetPatience).map(Patience::new));
    }

    /** Families of the space that the job does not try. */
    List<String> leftOut() {
        return List.of(Json.read(familiesLeftOut, String[].class));
    }

    /** What there is in its data; everything, where that was not looked at. */
    Set<Trait> traits() {
        return traits == null ? Trait.all() : Set.of(Json.read(traits, Trait[].class));
    }

    private SearchSpace space() {
        SearchSpace whole = SearchSpaceYaml.parse(spaceName, spaceYaml);
        List<String> leftOut = leftOut();
        List<String> kept = whole.families().stream()
                .map(FamilySpace::family)
                .filter(family -> !leftOut.contains(family))
                .toList();
        return whole.only(kept).orElse(whole).relevantTo(traits(), SearchSpaces.VOCABULARY);
    }

    /** What was asked for, as the search loop takes it. */
    SearchJob toSearchJob() {
        return new SearchJob(
                id,
                data(),
                new Objective(task, metric),
                budget(),
                space(),
                seed,
                parallelism,
                ensemble,
                new Course(strategy, lag, Optional.ofNullable(replayOf)));
    }
}
