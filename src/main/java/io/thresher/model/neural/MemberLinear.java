package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * One matrix shared by k members, each with scales of its own: ((x ⊙ rₖ)·W) ⊙ sₖ + bₖ, with W of
 * {@code inputs × outputs} (Wen, Tran, Ba: BatchEnsemble, 2020; used for tables by Gorishniy, Kotelnikov, Babenko:
 * TabM, 2025, whose start is taken: r of the first layer ±1, all other scales 1).
 *
 * @param members k
 * @param first whether this is the first layer: there the members become different
 */
record MemberLinear(int members, int inputs, int outputs, boolean first) implements Layer {

    @Override
    public List<Weight> weights() {
        Initial start = first ? Initial.sign() : Initial.constant(1);
        return List.of(
                Weight.free(new Shape(members, 1, inputs), start),
                Weight.matrix(new Shape(inputs, outputs), Initial.uniform(inputs)),
                Weight.free(new Shape(members, 1, outputs), Initial.constant(1)),
                Weight.free(new Shape(members, 1, outputs), Initial.uniform(inputs)));
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> weights) {
        return input.mul(weights.get(0))
                .matMul(weights.get(1))
                .mul(weights.get(2))
                .add(weights.get(3));
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> weights) {
        float[] folded = folded(weights.get(0), weights.get(1), weights.get(2));
        Tensor matrices = graph.floats(new long[] {members, inputs, outputs}, folded);
        Tensor shifts = graph.floats(new long[] {members, 1, outputs}, weights.get(3));
        return graph.apply("Add", graph.apply("MatMul", input, matrices), shifts);
    }

    /** The matrix of every member: diag(rₖ)·W·diag(sₖ). */
    private float[] folded(float[] r, float[] matrix, float[] s) {
        float[] folded = new float[members * inputs * outputs];
        int at = 0;
        for (int member = 0; member < members; member++) {
            for (int in = 0; in < inputs; in++) {
                for (int out = 0; out < outputs; out++) {
                    folded[at++] = r[member * inputs + in] * matrix[in * outputs + out] * s[member * outputs + out];
                }
            }
        }
        return folded;
    }
}
