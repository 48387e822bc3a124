package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** Where hidden values are dropped while training. */
record Dropping() implements Layer {

    @Override
    public List<Weight> weights() {
        return List.of();
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return dropout.apply(input);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        return input;
    }
}
