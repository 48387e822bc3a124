package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * One step of a network, computed by PyTorch while training and drawn as ONNX operators for serving. Inputs are
 * rows × width, or members × rows × width where several members share a network.
 *
 * <p>What a layer learns, its weights, need not be what it computes with, its operands: members that share a matrix
 * learn one matrix and compute with one each. For most layers both are the same.
 */
sealed interface Layer
        permits Activation,
                Dropping,
                LayerNormalisation,
                LevelEmbedding,
                Linear,
                MemberAxis,
                MemberLinear,
                MemberOutput,
                PeriodicEmbedding,
                Residual,
                Sequence {

    /** What this layer learns. */
    List<Weight> weights();

    /** The shapes of what this layer computes with, in the order in which operands are handed to it. */
    default List<Shape> operands() {
        return weights().stream().map(Weight::shape).toList();
    }

    /**
     * The values of the operands, row-major.
     *
     * @param weights one array a weight
     */
    default List<float[]> fold(List<float[]> weights) {
        return weights;
    }

    /**
     * The chain rule of {@link #fold}: overwrites {@code gradients}.
     *
     * @param weights one array a weight
     * @param operandGradients one array an operand
     * @param gradients one array a weight
     */
    default void unfold(List<float[]> weights, List<float[]> operandGradients, List<float[]> gradients) {
        for (int i = 0; i < gradients.size(); i++) {
            System.arraycopy(operandGradients.get(i), 0, gradients.get(i), 0, gradients.get(i).length);
        }
    }

    /** The output; it lives as long as {@code input}. */
    NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout);

    /** The same as operators, without dropout. */
    Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands);
}
