package io.thresher.model.forest;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.model.tree.TreeEnsemble;

/** The average of trees. */
final class ForestModel implements FittedModel {
    /** Trees of all members together for each tree that one of them has. */
    private static final double TREES_IN_ALL = 3;

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

    /**
     * Fewer trees, so that all members together have three times as many as this one: any trees of a forest are a forest, and
     * the score of one member was reached with its own alone.
     */
    @Override
    public FittedModel asOneOf(int members) {
        int trees = ensemble.trees().size();
        int kept = (int) Math.min(trees, Math.ceil(TREES_IN_ALL * trees / members));
        return new ForestModel(ensemble.thinned(kept), outputs);
    }
}
