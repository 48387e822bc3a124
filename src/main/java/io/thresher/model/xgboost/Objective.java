package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a booster minimises, and the ways between a target, what the booster is shown of it, and the sums it gives
 * (margins).
 */
sealed interface Objective
        permits TwoClassObjective, SoftmaxObjective, ShareObjective, NumberObjective, MeanObjective, LogObjective {

    /** What XGBoost is told: objective, metric, where to start and whatever else belongs to it. */
    Map<String, Object> parameters();

    /** What XGBoost is shown of a target, rows × its own width, row-major. */
    float[] labels(Target target);

    /** What training rows count, one number a row; nothing if all count the same. */
    default Optional<float[]> weights(Target target) {
        return Optional.empty();
    }

    /** The margin that a base score stands for in XGBoost's files: it stores a mean where it learns its logarithm. */
    default float margin(float baseScore) {
        return baseScore;
    }

    /**
     * The loss that all families report for such a task, from XGBoost's own metric: log loss, or the root of the mean
     * squared error in the unit of the target. Nothing if that metric speaks of something else.
     */
    OptionalDouble loss(double metric);

    /** Predictions, rows × outputs, row-major, from the margins of the rows. */
    float[] predictions(float[] margins);

    /** Draws {@link #predictions}. */
    Tensor draw(GraphBuilder graph, Tensor margins);
}
