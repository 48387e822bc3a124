package io.thresher.model.factor;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** Functions of a row and what their values say. */
final class FactorModel implements FittedModel {
    private final FactorWeights weights;
    private final Response response;

    FactorModel(FactorWeights weights, Response response) {
        this.weights = weights;
        this.response = response;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        int outputs = weights.outputs();
        float[] predictions = new float[features.rows() * outputs];
        for (int row = 0; row < features.rows(); row++) {
            response.predict(weights.values(features, row), predictions, row * outputs);
        }
        return new Predictions(features.rows(), outputs, predictions);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        return response.draw(graph, weights.draw(graph, features));
    }
}
