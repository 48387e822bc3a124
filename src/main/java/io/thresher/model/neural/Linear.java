package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * x·Wᵀ + b, with W of {@code outputs × inputs}.
 *
 * @param matrix how W starts
 * @param shift how b starts
 */
record Linear(int inputs, int outputs, Initial matrix, Initial shift) implements Layer {

    static Linear hidden(int inputs, int outputs) {
        return new Linear(inputs, outputs, Initial.uniform(inputs), Initial.uniform(inputs));
    }

    /** The last layer, which gives {@code start} whatever the input until it has learned more. */
    static Linear last(int inputs, float[] start) {
        return new Linear(inputs, start.length, Initial.constant(0), Initial.repeating(start));
    }

    @Override
    public List<Weight> weights() {
        return List.of(Weight.matrix(new Shape(outputs, inputs), matrix), Weight.free(new Shape(outputs), shift));
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return input.getNDArrayInternal()
                .linear(input, operands.get(0), operands.get(1))
                .singletonOrThrow();
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        Tensor factors = graph.floats(new long[] {outputs, inputs}, operands.get(0));
        Tensor summands = graph.floats(new long[] {outputs}, operands.get(1));
        return graph.apply("Gemm", Attributes.none().with("transB", 1L), input, factors, summands);
    }
}
