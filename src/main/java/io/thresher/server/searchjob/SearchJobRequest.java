package io.thresher.server.searchjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
 * @param parallelism trials at once; as many as there are workers if absent, without a budget of time 4 at the most
 * @param recipe number of a recipe of the dataset, 0 for the table as it came; the newest if absent
 * @param validation auto, holdout, kfold, repeatedKfold, group, time or custom, by name or as an object with {@code kind}
 *     and fraction, folds, repeats, column as that kind needs; auto if absent
 * @param holdout fraction of the rows that the search never sees, from 0 to 0.5, to score what it delivers; 0 if absent
 * @param testDataset id of a dataset with the same columns, to score what the search delivers
 * @param strategy engine, portfolio (strong configurations of every family and nothing after them) or random; engine if
 *     absent
 * @param constraints what every model must keep to: {@code monotone}, an object of numeric columns and the way a prediction
 *     may move as they grow (increasing or decreasing; of two classes, the probability of the second one), and
 *     {@code interactions}, a list of lists of columns that may act together
 * @param ensemble whether several trials may be delivered together as one model; true if absent
 * @param warmStart whether configurations that were best in earlier jobs on similar tables are tried early; if absent, true
 *     with a budget of time, and false without one, so that request and seed alone fix what is tried. Only the engine can
 * @param families the families of the search space that may be tried; all of them if absent
 * @param limits what the delivered model may cost; anything if absent
 */
public record SearchJobRequest(
        @Nullable String dataset,
        @Nullable String target,
        @Nullable String task,
        @Nullable String metric,
        @Nullable BudgetRequest budget,
        @Nullable String searchSpace,
        @Nullable Long seed,
        @Nullable Integer parallelism,
        @Nullable Integer recipe,
        @Nullable JsonNode validation,
        @Nullable Double holdout,
        @Nullable String testDataset,
        @Nullable String strategy,
        @Nullable JsonNode constraints,
        @Nullable Boolean ensemble,
        @Nullable Boolean warmStart,
        @Nullable List<@Nullable String> families,
        @Nullable LimitsRequest limits) {

    /**
     * When to end; whichever is reached first.
     *
     * @param time ISO-8601 duration such as PT60S, or seconds
     * @param trials number of trials
     * @param patience share of what was spent, above 0 and at most 1, that may pass without a gain above noise; 0.5 suits
     *     most. The search goes on to its other limits if absent
     */
    public record BudgetRequest(
            @Nullable JsonNode time,
            @Nullable Integer trials,
            @Nullable Double patience) {}

    /**
     * What the model that is delivered, an ensemble too, may cost at the most. A trial tells its costs under the same
     * names; one that is over a limit stays on the leaderboard and cannot win. Where none keeps to them, no model is
     * delivered.
     *
     * @param predictMicrosOneRow microseconds for one row in a call of its own, through ONNX Runtime on this machine
     * @param predictMicrosPerRow microseconds for each of up to 1000 rows in one call
     * @param modelBytes size of the ONNX file
     * @param trainPeakBytes memory of the worker's process while it trains, the 200 to 400 MB that it always holds included
     */
    public record LimitsRequest(
            @Nullable Double predictMicrosOneRow,
            @Nullable Double predictMicrosPerRow,
            @Nullable Long modelBytes,
            @Nullable Long trainPeakBytes) {}
}
