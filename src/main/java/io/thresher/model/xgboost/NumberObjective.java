package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Any number, in standard deviations from the mean.
 *
 * @param nativeName XGBoost's name of the loss
 */
record NumberObjective(String nativeName, TargetScale scale) implements Objective {

    @Override
    public Map<String, Object> parameters() {
        return Map.of("objective", nativeName, "eval_metric", "rmse", "base_score", 0);
    }

    @Override
    public float[] labels(Target target) {
        return Labels.of(target, scale::standardised);
    }

    @Override
    public OptionalDouble loss(double metric) {
        return OptionalDouble.of(metric * scale.deviation());
    }

    @Override
    public float[] predictions(float[] margins) {
        float[] predictions = new float[margins.length];
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = scale.restored(margins[row]);
        }
        return predictions;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor margins) {
        return scale.drawRestored(graph, margins);
    }
}
