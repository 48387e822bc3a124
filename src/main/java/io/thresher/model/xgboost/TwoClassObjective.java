package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.model.graph.TwoClasses;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Log-odds of the second class by the log loss.
 *
 * @param share of the second class in the weighted training rows, where boosting starts
 * @param weights what rows count; their log ratio is what log-odds of weighted rows have too much
 */
record TwoClassObjective(double share, ClassWeights weights) implements Objective {

    static TwoClassObjective of(Target target, ClassWeights weights) {
        return new TwoClassObjective(weights.shares(target)[1], weights);
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("objective", "binary:logistic", "eval_metric", "logloss", "base_score", share);
    }

    @Override
    public float[] labels(Target target) {
        return Labels.of(target, value -> (float) value);
    }

    @Override
    public Optional<float[]> weights(Target target) {
        return weights.areEqual() ? Optional.empty() : Optional.of(weights.ofRows(target));
    }

    @Override
    public float margin(float baseScore) {
        return (float) Math.log(baseScore / (1.0 - baseScore));
    }

    @Override
    public OptionalDouble loss(double metric) {
        return weights.areEqual() ? OptionalDouble.of(metric) : OptionalDouble.empty();
    }

    @Override
    public float[] predictions(float[] margins) {
        float[] second = new float[margins.length];
        for (int row = 0; row < second.length; row++) {
            second[row] = (float) (1 / (1 + Math.exp(excess() - margins[row])));
        }
        return TwoClasses.columns(second);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor margins) {
        Tensor logOdds =
                weights.areEqual() ? margins : graph.apply("Sub", margins, graph.floats(new long[] {1}, excess()));
        return TwoClasses.draw(graph, graph.apply("Sigmoid", logOdds));
    }

    private float excess() {
        return (float) Math.log(weights.of(1) / weights.of(0));
    }
}
