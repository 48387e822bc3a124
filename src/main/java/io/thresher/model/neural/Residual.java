package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** x + f(x) (He and others: Deep Residual Learning, 2016). */
record Residual(Sequence inner) implements Layer {

    @Override
    public List<Weight> weights() {
        return inner.weights();
    }

    @Override
    public List<Shape> operands() {
        return inner.operands();
    }

    @Override
    public List<float[]> fold(List<float[]> weights) {
        return inner.fold(weights);
    }

    @Override
    public void unfold(List<float[]> weights, List<float[]> operandGradients, List<float[]> gradients) {
        inner.unfold(weights, operandGradients, gradients);
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return input.add(inner.forward(input, operands, dropout));
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        return graph.apply("Add", input, inner.draw(graph, input, operands));
    }
}
