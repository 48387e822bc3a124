package io.thresher.model.forest;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.model.tree.TreeEnsemble;

/** The average of trees. */
final class ForestModel implements FittedModel {
    private final TreeEnsemble ensemble;
    private final ForestOutputs outputs;

    ForestModel(TreeEnsemble ensemble, ForestOutputs outputs) {
        this.ensemble = ensemble;
        this.outputs = outputs;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        return outputs.predictions(features.rows(), ensemble.evaluate(features));
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        return outputs.draw(graph, ensemble.draw(graph, features));
    }
}
