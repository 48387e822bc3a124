package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * The way from features to predictions, all but the weights.
 *
 * @param encoding features to the inputs of the network
 * @param network inputs to outputs
 * @param head outputs to predictions
 */
record Architecture(InputEncoding encoding, Network network, Head head) {
    private static final int ROWS_AT_ONCE = 1024;

    /** Predictions, rows × outputs, row-major. */
    float[] predict(FeatureMatrix features, NativeWeights weights, NDManager manager) {
        float[] predictions = new float[features.rows() * head.outputs()];
        float[] inputs = new float[Math.min(ROWS_AT_ONCE, features.rows()) * encoding.width()];
        for (int from = 0; from < features.rows(); from += ROWS_AT_ONCE) {
            int rows = Math.min(ROWS_AT_ONCE, features.rows() - from);
            for (int row = 0; row < rows; row++) {
                encoding.encode(features, from + row, inputs, row * encoding.width());
            }
            try (NDManager chunk = manager.newSubManager()) {
                NDArray input = Torch.tensor(chunk, new Shape(rows, encoding.width()), inputs);
                NDArray outputs = network.forward(input, weights.operands(), Dropout.NONE);
                Torch.read(network.merge(head.finish(outputs)), predictions, from * head.outputs());
            }
        }
        return predictions;
    }

    /** The same as operators: N × columns in, N × outputs out. */
    Tensor draw(GraphBuilder graph, Tensor features, Weights weights) {
        Tensor outputs = network.draw(graph, encoding.draw(graph, features), weights);
        return network.drawMerge(graph, head.draw(graph, outputs));
    }
}
