package io.thresher.model.similarity;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** A number in standard units as a function of kernels. */
final class KernelRegressor implements FittedModel {
    private final KernelFunctions function;
    private final TargetScale scale;

    KernelRegressor(KernelFunctions function, TargetScale scale) {
        this.function = function;
        this.scale = scale;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        double[] values = function.values(features);
        float[] numbers = new float[values.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = scale.restored((float) values[row]);
        }
        return new Predictions(features.rows(), 1, numbers);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        return scale.drawRestored(graph, ReferenceRows.narrow(graph, function.draw(graph, features)));
    }
}
