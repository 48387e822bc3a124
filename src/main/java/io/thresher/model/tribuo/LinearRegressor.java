package io.thresher.model.tribuo;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** A linear function of the features that gives the standardised number; see {@link LinearClassifier} for why weights. */
final class LinearRegressor implements FittedModel {
    private final LinearWeights weights;
    private final TargetScale scale;

    LinearRegressor(LinearWeights weights, TargetScale scale) {
        this.weights = weights;
        this.scale = scale;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        float[] numbers = new float[features.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = scale.restored((float) weights.values(features, row)[0]);
        }
        return new Predictions(numbers.length, 1, numbers);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        return scale.drawRestored(graph, LinearWeights.drawFloats(graph, weights.draw(graph, features)));
    }
}
