package io.thresher.model.tribuo;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * One logistic regression for each class, against all others; their probabilities are divided by their sum.
 *
 * <p>Both predicting and drawing use the weights, not Tribuo, which looks up every feature of every row by name: a
 * hundred times slower than training allows. They also work with logarithms of probabilities, softmax(log σ(z)), where
 * LibLinear divides 0 by 0 for rows that are far from every class.
 */
final class LinearClassifier implements FittedModel {
    private final LinearWeights weights;

    LinearClassifier(LinearWeights weights) {
        this.weights = weights;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        int classes = weights.outputs();
        float[] probabilities = new float[features.rows() * classes];
        for (int row = 0; row < features.rows(); row++) {
            double[] logs = weights.values(features, row);
            double highest = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < classes; label++) {
                logs[label] = -softplus(-logs[label]);
                highest = Math.max(highest, logs[label]);
            }
            double sum = 0;
            for (int label = 0; label < classes; label++) {
                logs[label] = Math.exp(logs[label] - highest);
                sum += logs[label];
            }
            for (int label = 0; label < classes; label++) {
                probabilities[row * classes + label] = (float) (logs[label] / sum);
            }
        }
        return new Predictions(features.rows(), classes, probabilities);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor against = graph.apply("Softplus", graph.apply("Neg", weights.draw(graph, features)));
        return graph.apply("Softmax", Attributes.none().with("axis", 1), graph.apply("Neg", against));
    }

    /** log(1 + e^x) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
