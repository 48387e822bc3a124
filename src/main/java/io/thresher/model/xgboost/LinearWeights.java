package io.thresher.model.xgboost;

import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** One weight for each feature and output, and a constant for each output. */
final class LinearWeights {
    private final float[] weights;
    private final float[] constants;

    /**
     * @param weights features × outputs, row-major
     * @param constants one an output
     */
    LinearWeights(float[] weights, float[] constants) {
        this.weights = weights;
        this.constants = constants;
    }

    /** Draws the outputs, N × outputs, from features, N × columns; one that is missing counts as 0. */
    Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor known = graph.apply("Where", graph.apply("IsNaN", features), graph.floats(new long[] {1}, 0f), features);
        int outputs = constants.length;
        Tensor matrix = graph.floats(new long[] {weights.length / outputs, outputs}, weights);
        return graph.apply("Add", graph.apply("MatMul", known, matrix), graph.floats(new long[] {outputs}, constants));
    }
}
