package io.thresher.server.searchjob;

import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.job.SearchJob;
import io.thresher.metric.Metric;
import io.thresher.model.Constraints;
import io.thresher.server.Json;
import io.thresher.space.Trait;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Limits;
import io.thresher.trial.Objective;
import jakarta.persistence.Embeddable;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Columns of a search job's row: what it learns from, and how its models are judged. They never change. */
@Embeddable
class JobPlan {
    String dataset;
    String target;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Task task;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Metric metric;

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

    /** {@link Limits} as JSON. */
    String limits;

    /** What there is in the data that parameters may be about. */
    @Nullable
    String traits;

    /** What the table is like, as JSON. */
    @Nullable
    String metaFeatures;

    static JobPlan of(AcceptedJob accepted) {
        SearchJob job = accepted.job();
        DataPlan data = job.data();
        JobPlan row = new JobPlan();
        row.dataset = data.dataset();
        row.target = data.target();
        row.task = job.objective().task();
        row.metric = job.objective().metric();
        row.recipe = accepted.recipe();
        row.repairs = Json.write(data.repairs());
        row.validation = Json.write(data.validation());
        row.validationReason = accepted.validationReason().orElse(null);
        row.holdout = data.holdout();
        row.testDataset = accepted.testDataset().orElse(null);
        row.constraints = Json.write(data.constraints());
        row.limits = Json.write(job.objective().limits());
        row.traits = Json.write(accepted.traits());
        row.metaFeatures = accepted.table().map(Json::write).orElse(null);
        return row;
    }

    DataPlan toDataPlan() {
        return new DataPlan(
                dataset,
                target,
                Json.read(repairs, RepairRecipe.class),
                Json.read(validation, Validation.class),
                holdout,
                Json.read(constraints, Constraints.class));
    }

    Objective objective() {
        return new Objective(task, metric, limits());
    }

    Limits limits() {
        return Json.read(limits, Limits.class);
    }

    /** What there is in the data; everything, where that was not looked at. */
    Set<Trait> traits() {
        return traits == null ? Trait.all() : Set.of(Json.read(traits, Trait[].class));
    }
}
