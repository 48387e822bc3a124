package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.model.graph.TwoClasses;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of each class in the leaves, as a forest has it: the mean of 0/1 labels by the squared error, one margin a
 * class, or that of the second one where there are two. A single step along the gradient of the log loss would end
 * half-way.
 */
final class ShareObjective implements Objective {
    /** Trees of different classes know nothing of each other, so that a margin may fall below 0. */
    private static final float SMALLEST = 1e-6f;

    private final double[] shares;
    private final ClassWeights weights;

    private ShareObjective(double[] shares, ClassWeights weights) {
        this.shares = shares;
        this.weights = weights;
    }

    static ShareObjective of(Target target, ClassWeights weights) {
        double[] shares = weights.shares(target);
        return new ShareObjective(target.task() == Task.BINARY ? Arrays.copyOfRange(shares, 1, 2) : shares, weights);
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("objective", "reg:squarederror", "eval_metric", "rmse", "base_score", Arrays.toString(shares));
    }

    @Override
    public float[] labels(Target target) {
        if (shares.length == 1) {
            return Labels.of(target, value -> (float) value);
        }
        float[] labels = new float[target.rows() * shares.length];
        for (int row = 0; row < target.rows(); row++) {
            labels[row * shares.length + (int) target.value(row)] = 1;
        }
        return labels;
    }

    @Override
    public Optional<float[]> weights(Target target) {
        return weights.areEqual() ? Optional.empty() : Optional.of(weights.ofRows(target));
    }

    @Override
    public OptionalDouble loss(double metric) {
        return OptionalDouble.empty();
    }

    @Override
    public float[] predictions(float[] margins) {
        float[] predictions = shares.length == 1 ? TwoClasses.columns(margins) : margins.clone();
        int classes = weights.classes();
        for (int start = 0; start < predictions.length; start += classes) {
            float sum = 0;
            for (int label = 0; label < classes; label++) {
                float share = Math.max(SMALLEST, predictions[start + label]) / weights.of(label);
                predictions[start + label] = share;
                sum += share;
            }
            for (int label = 0; label < classes; label++) {
                predictions[start + label] /= sum;
            }
        }
        return predictions;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor margins) {
        float[] divisors = new float[weights.classes()];
        for (int label = 0; label < divisors.length; label++) {
            divisors[label] = weights.of(label);
        }
        Tensor both = shares.length == 1 ? TwoClasses.draw(graph, margins) : margins;
        Tensor positive = graph.apply("Max", both, graph.floats(new long[] {1}, SMALLEST));
        Tensor unweighted = graph.apply("Div", positive, graph.floats(new long[] {1, divisors.length}, divisors));
        Tensor sum = graph.apply(
                "ReduceSum", Attributes.none().with("keepdims", 1), unweighted, graph.longs(new long[] {1}, 1));
        return graph.apply("Div", unweighted, sum);
    }
}
