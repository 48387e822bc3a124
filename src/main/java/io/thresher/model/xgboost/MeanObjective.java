package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The logarithm of the mean of a number that is not negative, in units of the mean of all, by the likelihood of a
 * distribution whose variance grows with its mean: Poisson, gamma or Tweedie.
 *
 * @param nativeName XGBoost's name of the loss
 * @param unit mean of the training rows, above 0
 * @param more parameters of the distribution
 */
record MeanObjective(String nativeName, float unit, Map<String, Object> more) implements Objective {

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>(more);
        all.putAll(Map.of("objective", nativeName, "eval_metric", "rmse", "base_score", 1));
        return all;
    }

    @Override
    public float[] labels(Target target) {
        return Labels.of(target, value -> (float) (value / unit));
    }

    @Override
    public float margin(float baseScore) {
        return (float) Math.log(baseScore);
    }

    @Override
    public OptionalDouble loss(double metric) {
        return OptionalDouble.of(metric * unit);
    }

    @Override
    public float[] predictions(float[] margins) {
        float[] predictions = new float[margins.length];
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = (float) Math.exp(margins[row]) * unit;
        }
        return predictions;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor margins) {
        return graph.apply("Mul", graph.apply("Exp", margins), graph.floats(new long[] {1}, unit));
    }
}
