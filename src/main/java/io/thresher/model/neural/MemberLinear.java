package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * One matrix shared by k members, each with scales of its own: ((x ⊙ rₖ)·W) ⊙ sₖ + bₖ, with W of
 * {@code inputs × outputs} (Wen, Tran, Ba: BatchEnsemble, 2020; used for tables by Gorishniy, Kotelnikov, Babenko:
 * TabM, 2025, whose start is taken: r of the first layer ±1, all other scales 1).
 *
 * <p>Computed as x·(diag(rₖ)·W·diag(sₖ)) + bₖ: scaling the matrices costs less than scaling every row.
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
    public List<Shape> operands() {
        return List.of(new Shape(members, inputs, outputs), new Shape(members, 1, outputs));
    }

    @Override
    public List<float[]> fold(List<float[]> weights) {
        float[] r = weights.get(0);
        float[] matrix = weights.get(1);
        float[] s = weights.get(2);
        float[] folded = new float[members * inputs * outputs];
        for (int member = 0; member < members; member++) {
            float[] scales = scales(s, member);
            for (int in = 0; in < inputs; in++) {
                float scale = r[member * inputs + in];
                int to = (member * inputs + in) * outputs;
                int from = in * outputs;
                for (int out = 0; out < outputs; out++) {
                    folded[to + out] = scale * matrix[from + out] * scales[out];
                }
            }
        }
        return List.of(folded, weights.get(3));
    }

    @Override
    public void unfold(List<float[]> weights, List<float[]> operandGradients, List<float[]> gradients) {
        float[] r = weights.get(0);
        float[] matrix = weights.get(1);
        float[] g = operandGradients.get(0);
        float[] ofMatrix = gradients.get(1);
        float[] products = new float[outputs];
        Arrays.fill(ofMatrix, 0);
        for (int member = 0; member < members; member++) {
            float[] scales = scales(weights.get(2), member);
            float[] ofScales = new float[outputs];
            for (int in = 0; in < inputs; in++) {
                float scale = r[member * inputs + in];
                int at = (member * inputs + in) * outputs;
                int from = in * outputs;
                for (int out = 0; out < outputs; out++) {
                    ofMatrix[from + out] += scale * scales[out] * g[at + out];
                }
                for (int out = 0; out < outputs; out++) {
                    products[out] = g[at + out] * matrix[from + out];
                }
                for (int out = 0; out < outputs; out++) {
                    ofScales[out] += scale * products[out];
                }
                gradients.get(0)[member * inputs + in] = Floats.dot(products, scales);
            }
            System.arraycopy(ofScales, 0, gradients.get(2), member * outputs, outputs);
        }
        System.arraycopy(operandGradients.get(1), 0, gradients.get(3), 0, members * outputs);
    }

    private float[] scales(float[] s, int member) {
        return Arrays.copyOfRange(s, member * outputs, (member + 1) * outputs);
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
