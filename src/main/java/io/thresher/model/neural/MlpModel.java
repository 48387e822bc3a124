package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** A trained network. Its weights are kept in Java's memory; PyTorch borrows a copy for each prediction. */
final class MlpModel implements FittedModel {
    private final Architecture architecture;
    private final Weights weights;

    MlpModel(Architecture architecture, Weights weights) {
        this.architecture = architecture;
        this.weights = weights;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        try (NDManager manager = Torch.manager();
                NativeWeights natives = NativeWeights.of(architecture.network().layers(), weights, manager)) {
            float[] predictions = architecture.predict(features, natives, manager);
            return new Predictions(features.rows(), architecture.head().outputs(), predictions);
        }
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        return architecture.draw(graph, features, weights);
    }
}
