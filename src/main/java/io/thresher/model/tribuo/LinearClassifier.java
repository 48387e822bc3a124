package io.thresher.model.tribuo;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.OneAgainstOthers;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * One logistic regression for each class, against all others; their probabilities are divided by their sum.
 *
 * <p>Both predicting and drawing use the weights, not Tribuo, which looks up every feature of every row by name: a
 * hundred times slower than training allows. They also work with logarithms of probabilities, where LibLinear divides 0
 * by 0 for rows that are far from every class.
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
            OneAgainstOthers.write(weights.values(features, row), probabilities, row * classes);
        }
        return new Predictions(features.rows(), classes, probabilities);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        return OneAgainstOthers.draw(graph, weights.draw(graph, features));
    }
}
