package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** Each row to mean 0 and variance 1, then scaled and shifted (Ba, Kiros, Hinton: Layer Normalization, 2016). */
record LayerNormalisation(int width) implements Layer {
    private static final float EPSILON = 1e-5f;

    @Override
    public List<Weight> weights() {
        return List.of(
                Weight.free(new Shape(width), Initial.constant(1)), Weight.free(new Shape(width), Initial.constant(0)));
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return input.getNDArrayInternal()
                .layerNorm(input, new Shape(width), operands.get(0), operands.get(1), EPSILON)
                .singletonOrThrow();
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        Tensor scale = graph.floats(new long[] {width}, operands.get(0));
        Tensor shift = graph.floats(new long[] {width}, operands.get(1));
        Attributes lastAxis = Attributes.none().with("axis", -1L).with("epsilon", EPSILON);
        return graph.apply("LayerNormalization", lastAxis, input, scale, shift);
    }
}
