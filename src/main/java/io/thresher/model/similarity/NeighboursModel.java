package io.thresher.model.similarity;

import io.thresher.data.Target;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Optional;

/**
 * The weighted mean of what the nearest rows gave. A row's weight falls to 0 at the distance of the first that does not
 * count, so that the prediction moves smoothly where rows change places, and graph and JVM agree although they do not
 * round alike.
 */
final class NeighboursModel implements FittedModel {
    /** Added to squared distances where they divide: equal rows count alike, however many there are. */
    private static final float SOFTENING = 1e-6f;
    /** Weight of the mean of all rows, for rows from which all others are equally far. */
    private static final float FALLBACK = 1e-3f;

    private final ReferenceRows rows;
    private final int rank;
    private final int outputs;
    /** Rows × outputs, shrunk towards the mean: numbers in standard units, or shares of classes. */
    private final float[] values;

    private final float[] mean;
    private final Optional<TargetScale> scale;

    private NeighboursModel(
            ReferenceRows rows, int rank, int outputs, float[] values, float[] mean, Optional<TargetScale> scale) {
        this.rows = rows;
        this.rank = rank;
        this.outputs = outputs;
        this.values = values;
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * @param neighbours rows that count, at least 1; one row less than there are if there are no more
     * @param prior share of the mean in every prediction
     */
    static NeighboursModel of(ReferenceRows rows, Target target, int neighbours, double prior) {
        boolean classes = target.task().isClassification();
        Optional<TargetScale> scale = classes ? Optional.empty() : Optional.of(TargetScale.of(target));
        int outputs = classes ? target.classes().size() : 1;
        double[] sums = new double[outputs];
        float[] values = new float[rows.rows() * outputs];
        for (int row = 0; row < rows.rows(); row++) {
            int output = classes ? (int) target.value(row) : 0;
            double value = target.value(row);
            float known = scale.map(standard -> standard.standardised(value)).orElse(1f);
            values[row * outputs + output] = known;
            sums[output] += known;
        }
        float[] mean = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            mean[output] = (float) (sums[output] / rows.rows());
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (prior * (mean[i % outputs] - values[i]));
        }
        return new NeighboursModel(rows, Math.min(neighbours, rows.rows() - 1), outputs, values, mean, scale);
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        float[] predictions = new float[features.rows() * outputs];
        double[] distances = new double[rows.rows()];
        double[] sums = new double[outputs];
        for (int row = 0; row < features.rows(); row++) {
            rows.squaredDistances(features, row, distances);
            double reach = OrderStatistic.of(distances.clone(), rank) + SOFTENING;
            double total = FALLBACK;
            for (int output = 0; output < outputs; output++) {
                sums[output] = FALLBACK * mean[output];
            }
            for (int other = 0; other < distances.length; other++) {
                if (distances[other] < reach) {
                    double weight = 1 - distances[other] / reach;
                    total += weight;
                    for (int output = 0; output < outputs; output++) {
                        sums[output] += weight * values[other * outputs + output];
                    }
                }
            }
            for (int output = 0; output < outputs; output++) {
                predictions[row * outputs + output] = restored((float) (sums[output] / total));
            }
        }
        return new Predictions(features.rows(), outputs, predictions);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor distances = rows.drawSquaredDistances(graph, features);
        // In any order: the farthest of them is asked for, and sorting costs more than finding them.
        Attributes nearest =
                Attributes.none().with("axis", 1).with("largest", 0).with("sorted", 0);
        Tensor near = graph.applyFirst("TopK", 2, nearest, distances, graph.longs(new long[] {1}, rank + 1));
        Tensor last =
                graph.apply("ReduceMax", Attributes.none().with("keepdims", 1), near, graph.longs(new long[] {1}, 1));
        Tensor reach = graph.apply("Add", last, number(graph, SOFTENING));
        Tensor share = graph.apply("Div", distances, reach);
        Tensor weights = graph.apply("Relu", graph.apply("Sub", number(graph, 1), share));
        Tensor known = ReferenceRows.wide(graph, graph.floats(new long[] {rows.rows(), outputs}, values));
        float[] fallback = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            fallback[output] = FALLBACK * mean[output];
        }
        Tensor sums = graph.apply(
                "Add",
                graph.apply("MatMul", weights, known),
                ReferenceRows.wide(graph, graph.floats(new long[] {1, outputs}, fallback)));
        Tensor total = graph.apply(
                "ReduceSum", Attributes.none().with("keepdims", 1), weights, graph.longs(new long[] {1}, 1));
        Tensor averaged = ReferenceRows.narrow(
                graph, graph.apply("Div", sums, graph.apply("Add", total, number(graph, FALLBACK))));
        return scale.map(standard -> standard.drawRestored(graph, averaged)).orElse(averaged);
    }

    private float restored(float value) {
        return scale.map(standard -> standard.restored(value)).orElse(value);
    }

    private static Tensor number(GraphBuilder graph, float value) {
        return ReferenceRows.wide(graph, graph.floats(new long[] {1}, value));
    }
}
