package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.LogScale;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The logarithm of one more than a number that is not negative, by the squared error.
 *
 * @param logarithms of the numbers
 * @param scale of the logarithms
 */
record LogObjective(LogScale logarithms, TargetScale scale) implements Objective {

    static LogObjective of(Target target) {
        return new LogObjective(LogScale.of(target), TargetScale.of(LogScale.logarithms(target)));
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("objective", "reg:squarederror", "eval_metric", "rmse", "base_score", 0);
    }

    @Override
    public float[] labels(Target target) {
        return Labels.of(target, value -> scale.standardised(LogScale.logarithm(value)));
    }

    @Override
    public OptionalDouble loss(double metric) {
        return OptionalDouble.empty();
    }

    @Override
    public float[] predictions(float[] margins) {
        float[] predictions = new float[margins.length];
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = logarithms.restored(scale.restored(margins[row]));
        }
        return predictions;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor margins) {
        return logarithms.drawRestored(graph, scale.drawRestored(graph, margins));
    }
}
