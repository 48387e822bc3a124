package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The logarithm of one more than a number that is not negative, by the squared error: factors matter and not
 * differences. Predictions stay between 0 and the largest training number, lest a power of e run away.
 *
 * @param scale of the logarithms
 * @param highest logarithm of the training rows
 */
record LogObjective(TargetScale scale, float highest) implements Objective {

    static LogObjective of(Target target) {
        double[] logs = target.values();
        double highest = 0;
        for (int row = 0; row < logs.length; row++) {
            logs[row] = Math.log1p(logs[row]);
            highest = Math.max(highest, logs[row]);
        }
        return new LogObjective(TargetScale.of(Target.ofNumbers(logs)), (float) highest);
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("objective", "reg:squarederror", "eval_metric", "rmse", "base_score", 0);
    }

    /** A validation row below 0, which no training row is, counts as 0 where rounds are chosen. */
    @Override
    public float[] labels(Target target) {
        return Labels.of(target, value -> scale.standardised(Math.log1p(Math.max(0, value))));
    }

    @Override
    public OptionalDouble loss(double metric) {
        return OptionalDouble.empty();
    }

    @Override
    public float[] predictions(float[] margins) {
        float[] predictions = new float[margins.length];
        for (int row = 0; row < predictions.length; row++) {
            float log = Math.min(highest, Math.max(0, scale.restored(margins[row])));
            predictions[row] = (float) Math.exp(log) - 1;
        }
        return predictions;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor margins) {
        long[] one = {1};
        Tensor log = scale.drawRestored(graph, margins);
        Tensor inside = graph.apply("Min", graph.apply("Max", log, graph.floats(one, 0f)), graph.floats(one, highest));
        return graph.apply("Sub", graph.apply("Exp", inside), graph.floats(one, 1f));
    }
}
