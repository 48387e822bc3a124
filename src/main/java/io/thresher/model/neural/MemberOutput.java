package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * The last layer of k members, each with a matrix of its own: x·Wₖ + bₖ. It gives bₖ whatever the input until it has
 * learned more.
 *
 * @param members k
 * @param start how each bₖ starts
 */
record MemberOutput(int members, int inputs, int outputs, Initial start) implements Layer {

    @Override
    public List<Weight> weights() {
        return List.of(
                Weight.matrix(new Shape(members, inputs, outputs), Initial.constant(0)),
                Weight.free(new Shape(members, 1, outputs), start));
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return input.matMul(operands.get(0)).add(operands.get(1));
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        Tensor matrices = graph.floats(new long[] {members, inputs, outputs}, operands.get(0));
        Tensor shifts = graph.floats(new long[] {members, 1, outputs}, operands.get(1));
        return graph.apply("Add", graph.apply("MatMul", input, matrices), shifts);
    }
}
