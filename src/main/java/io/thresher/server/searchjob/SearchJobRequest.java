package io.thresher.server.searchjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to search for. Only {@code dataset}, {@code target} and {@code budget} are needed. */
public record SearchJobRequest(
        @Schema(description = "id of the dataset", required = true) @Nullable
        String dataset,

        @Schema(description = "name of the column to predict", required = true) @Nullable
        String target,

        @Schema(description = "binary, multiclass or regression; proposed from the target if absent") @Nullable
        String task,

        @Schema(description = "roc_auc, log_loss, accuracy, rmse, mae or r2; the task's default if absent") @Nullable
        String metric,

        @Schema(description = "when to end", required = true) @Nullable
        BudgetRequest budget,

        @Schema(description = "name of a search space, or its text in YAML") @Nullable
        String searchSpace,

        @Schema(description = "all that is random follows from it; drawn if absent") @Nullable
        Long seed,

        @Schema(
                description = "trials at once; as many as there are workers if absent, without a budget of time 4 "
                        + "at the most")
        @Nullable
        Integer parallelism,

        @Schema(description = "number of a recipe of the dataset, 0 for the table as it came; the newest if absent")
        @Nullable
        Integer recipe,

        @Schema(
                description = "auto, holdout, kfold, repeatedKfold, group, time or custom, by name or as an object "
                        + "with kind and fraction, folds, repeats, column as that kind needs; auto if absent",
                implementation = Object.class,
                examples = "{\"kind\": \"time\", \"column\": \"day\", \"folds\": 4}")
        @Nullable
        JsonNode validation,

        @Schema(
                description = "fraction of the rows that the search never sees, from 0 to 0.5, to score what it "
                        + "delivers; 0 if absent")
        @Nullable
        Double holdout,

        @Schema(description = "id of a dataset with the same columns, to score what the search delivers") @Nullable
        String testDataset,

        @Schema(
                description = "engine, portfolio (strong configurations of every family and nothing after them) or "
                        + "random; engine if absent")
        @Nullable
        String strategy,

        @Schema(
                description = "what every model must keep to: monotone, an object of numeric columns and the way a "
                        + "prediction may move as they grow (increasing or decreasing; of two classes, the "
                        + "probability of the second one), and interactions, a list of lists of columns that "
                        + "may act together",
                implementation = Object.class,
                examples =
                        "{\"monotone\": {\"age\": \"increasing\"}, \"interactions\": [[\"age\", \"income\"], [\"city\"]]}")
        @Nullable
        JsonNode constraints,

        @Schema(description = "whether several trials may be delivered together as one model; true if absent") @Nullable
        Boolean ensemble,

        @Schema(
                description = "whether configurations that were best in earlier jobs on similar tables are tried "
                        + "early; if absent, true with a budget of time, and false without one, so that request "
                        + "and seed alone fix what is tried. Only the engine can")
        @Nullable
        Boolean warmStart,

        @Schema(description = "the families of the search space that may be tried; all of them if absent") @Nullable
        List<@Nullable String> families,

        @Schema(description = "what the delivered model may cost; anything if absent") @Nullable
        LimitsRequest limits) {

    /** When to end; whichever is reached first. */
    public record BudgetRequest(
            @Schema(
                    description = "ISO-8601 duration such as PT60S, or seconds",
                    implementation = String.class,
                    examples = "PT60S")
            @Nullable
            JsonNode time,

            @Schema(description = "number of trials") @Nullable
            Integer trials,

            @Schema(
                    description = "share of what was spent, above 0 and at most 1, that may pass without a gain above "
                            + "noise; 0.5 suits most. The search goes on to its other limits if absent")
            @Nullable
            Double patience) {}

    /**
     * What the model that is delivered, an ensemble too, may cost at the most. A trial tells its costs under the same
     * names; one that is over a limit stays on the leaderboard and cannot win. Where none keeps to them, no model is
     * delivered.
     */
    public record LimitsRequest(
            @Schema(description = "microseconds for one row in a call of its own, through ONNX Runtime on this machine")
            @Nullable
            Double predictMicrosOneRow,

            @Schema(description = "microseconds for each of up to 1000 rows in one call") @Nullable
            Double predictMicrosPerRow,

            @Schema(description = "size of the ONNX file") @Nullable
            Long modelBytes,

            @Schema(
                    description = "memory of the worker's process while it trains, the 200 to 400 MB that it always "
                            + "holds included")
            @Nullable
            Long trainPeakBytes) {}
}
