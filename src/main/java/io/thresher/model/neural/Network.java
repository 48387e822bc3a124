package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after the other: linear, perhaps normalisation, activation for each hidden width, then a linear output.
 * Several members may share the matrices; each then gives outputs of its own.
 */
final class Network {
    private final int members;
    private final List<Layer> layers;

    private Network(int members, List<Layer> layers) {
        this.members = members;
        this.layers = layers;
    }

    /**
     * The network that {@code settings} describe.
     *
     * @param inputs numbers a row that come in
     * @param start what comes out for every row before anything is learned
     */
    static Network of(MlpSettings settings, int inputs, float[] start) {
        int members = settings.members();
        List<Layer> layers = new ArrayList<>();
        int width = inputs;
        for (int next : settings.widths()) {
            layers.add(
                    members == 1
                            ? Linear.hidden(width, next)
                            : new MemberLinear(members, width, next, layers.isEmpty()));
            if (settings.normalises()) {
                layers.add(new LayerNormalisation(next));
            }
            layers.add(settings.activation());
            width = next;
        }
        layers.add(
                members == 1
                        ? Linear.last(width, start)
                        : new MemberOutput(members, width, start.length, Initial.repeating(start)));
        return new Network(members, List.copyOf(layers));
    }

    /** The weights of all layers, in order. */
    List<Weight> weights() {
        return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
    }

    /**
     * The outputs for a batch, members × rows × outputs, or rows × outputs if there is one member; they live as long as
     * {@code input}.
     *
     * @param input rows × inputs
     * @param weights one tensor a weight
     * @param dropout what happens to hidden values
     */
    NDArray forward(NDArray input, List<NDArray> weights, Dropout dropout) {
        NDArray value = members == 1 ? input : input.expandDims(0);
        int from = 0;
        for (Layer layer : layers) {
            int to = from + layer.weights().size();
            value = layer.forward(value, weights.subList(from, to));
            if (layer instanceof Activation) {
                value = dropout.apply(value);
            }
            from = to;
        }
        return value;
    }

    /** What the members say on average: rows × outputs. */
    NDArray merge(NDArray outputs) {
        return members == 1 ? outputs : outputs.mean(new int[] {0});
    }

    /** {@link #forward} without dropout, as operators. */
    Tensor draw(GraphBuilder graph, Tensor input, Weights weights) {
        Tensor value = members == 1 ? input : graph.apply("Unsqueeze", input, firstAxis(graph));
        int from = 0;
        for (Layer layer : layers) {
            int to = from + layer.weights().size();
            value = layer.draw(graph, value, weights.values().subList(from, to));
            from = to;
        }
        return value;
    }

    /** {@link #merge} as operators. */
    Tensor drawMerge(GraphBuilder graph, Tensor outputs) {
        if (members == 1) {
            return outputs;
        }
        return graph.apply("ReduceMean", Attributes.none().with("keepdims", 0L), outputs, firstAxis(graph));
    }

    private static Tensor firstAxis(GraphBuilder graph) {
        return graph.longs(new long[] {1}, 0L);
    }
}
