package io.thresher.server.searchjob;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What to search for. Only {@code dataset}, {@code target} and {@code budget} are needed.
 *
 * @param dataset id of the dataset
 * @param target name of the column to predict
 * @param task binary, multiclass or regression; proposed from the target if absent
 * @param metric roc_auc, log_loss, accuracy, rmse, mae or r2; the task's default if absent
 * @param searchSpace name of a search space, or its text in YAML
 * @param seed all that is random follows from it; drawn if absent
 * @param parallelism trials at once; as many as there are workers if absent
 */
public record SearchJobRequest(
        @Nullable String dataset,
        @Nullable String target,
        @Nullable String task,
        @Nullable String metric,
        @Nullable BudgetRequest budget,
        @Nullable String searchSpace,
        @Nullable Long seed,
        @Nullable Integer parallelism) {

    /**
     * When to end; whichever is reached first.
     *
     * @param time ISO-8601 duration such as PT60S, or seconds
     * @param trials number of trials
     */
    public record BudgetRequest(
            @Nullable JsonNode time, @Nullable Integer trials) {}
}
