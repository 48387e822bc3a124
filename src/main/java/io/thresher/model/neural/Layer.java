package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * One step of a network, computed by PyTorch while training and drawn as ONNX operators for serving. Inputs are
 * rows × width, or members × rows × width where several members share a network.
 */
sealed interface Layer permits Linear, MemberLinear, MemberOutput, LayerNormalisation, Activation {

    /** What this layer learns, in the order in which weights are handed to it. */
    List<Weight> weights();

    /** The output; it lives as long as {@code input}. */
    NDArray forward(NDArray input, List<NDArray> weights);

    /** The same as operators. */
    Tensor draw(GraphBuilder graph, Tensor input, List<float[]> weights);
}
