package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One margin a class, whose exponentials are the odds between classes, by the log loss. */
final class SoftmaxObjective implements Objective {
    private final double[] starts;
    private final ClassWeights weights;
    private final float[] excess;

    private SoftmaxObjective(double[] starts, ClassWeights weights, float[] excess) {
        this.starts = starts;
        this.weights = weights;
        this.excess = excess;
    }

    /** Boosting starts from the shares of the classes in the weighted rows of {@code target}. */
    static SoftmaxObjective of(Target target, ClassWeights weights) {
        return new SoftmaxObjective(logs(weights.shares(target)), weights, excess(weights));
    }

    /**
     * Boosting starts from equal shares, as XGBoost's linear model has room for one start only; a class that no training
     * row has gets its share afterwards.
     */
    static SoftmaxObjective fromEqualShares(Target target, ClassWeights weights) {
        double[] logs = logs(weights.shares(target));
        float[] excess = excess(weights);
        for (int label = 0; label < excess.length; label++) {
            if (logs[label] <= Math.log(ClassWeights.SMALLEST_SHARE)) {
                excess[label] -= (float) logs[label];
            }
        }
        return new SoftmaxObjective(new double[excess.length], weights, excess);
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(
                "objective",
                "multi:softprob",
                "eval_metric",
                "mlogloss",
                "num_class",
                starts.length,
                "base_score",
                Arrays.toString(starts));
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
    public OptionalDouble loss(double metric) {
        return hasExcess() ? OptionalDouble.empty() : OptionalDouble.of(metric);
    }

    @Override
    public float[] predictions(float[] margins) {
        int classes = starts.length;
        float[] predictions = new float[margins.length];
        for (int start = 0; start < margins.length; start += classes) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < classes; label++) {
                highest = Math.max(highest, margins[start + label] - excess[label]);
            }
            double sum = 0;
            for (int label = 0; label < classes; label++) {
                sum += Math.exp(margins[start + label] - excess[label] - highest);
            }
            for (int label = 0; label < classes; label++) {
                predictions[start + label] = (float) (Math.exp(margins[start + label] - excess[label] - highest) / sum);
            }
        }
        return predictions;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor margins) {
        Tensor unweighted = hasExcess()
                ? graph.apply("Sub", margins, graph.floats(new long[] {1, excess.length}, excess))
                : margins;
        return graph.apply("Softmax", Attributes.none().with("axis", 1), unweighted);
    }

    private boolean hasExcess() {
        for (float much : excess) {
            if (much != 0) {
                return true;
            }
        }
        return false;
    }

    private static double[] logs(double[] shares) {
        return Arrays.stream(shares).map(Math::log).toArray();
    }

    /** What the margins of weighted rows have too much. */
    private static float[] excess(ClassWeights weights) {
        float[] excess = new float[weights.classes()];
        for (int label = 0; label < excess.length; label++) {
            excess[label] = weights.areEqual() ? 0 : (float) Math.log(weights.of(label));
        }
        return excess;
    }
}
