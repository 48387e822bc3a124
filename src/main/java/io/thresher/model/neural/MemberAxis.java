package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** Rows × width to 1 × rows × width: all members see the same. */
record MemberAxis() implements Layer {

    @Override
    public List<Weight> weights() {
        return List.of();
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return input.expandDims(0);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        return graph.apply("Unsqueeze", input, graph.longs(new long[] {1}, 0L));
    }
}
