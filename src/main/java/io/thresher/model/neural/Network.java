package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From inputs to outputs; several members may share the matrices, each then gives outputs of its own. */
final class Network {
    private final int members;
    private final Sequence layers;

    private Network(int members, Sequence layers) {
        this.members = members;
        this.layers = layers;
    }

    /**
     * The network of that shape.
     *
     * @param encoding what its inputs are
     * @param start what comes out for every row before anything is learned
     */
    static Network of(NetworkShape shape, InputEncoding encoding, float[] start) {
        List<Layer> layers = new ArrayList<>();
        int embedded = 0;
        if (encoding.levels().isPresent()) {
            LevelEmbedding levels = encoding.levels().get();
            layers.add(levels);
            embedded = levels.embedded();
        }
        int inputs = embedded + encoding.plainWidth();
        Optional<PeriodicEmbedding> waves = encoding.waves(embedded);
        if (waves.isPresent()) {
            layers.add(waves.get());
            inputs = waves.get().outputs();
        }
        layers.addAll(shape.backbone().layers(shape, inputs, start));
        return new Network(shape.members(), new Sequence(layers));
    }

    /** All layers, one after the other. */
    Sequence layers() {
        return layers;
    }

    /** The weights of all layers, in order. */
    List<Weight> weights() {
        return layers.weights();
    }

    /**
     * The outputs for a batch, members × rows × outputs, or rows × outputs if there is one member; they live as long as
     * {@code input}.
     *
     * @param input rows × inputs
     * @param operands what the layers compute with
     * @param dropout what happens to hidden values
     */
    NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return layers.forward(input, operands, dropout);
    }

    /** What the members say on average: rows × outputs. */
    NDArray merge(NDArray outputs) {
        return outputs.getShape().dimension() == 2 ? outputs : outputs.mean(new int[] {0});
    }

    /** {@link #forward} without dropout, as operators. */
    Tensor draw(GraphBuilder graph, Tensor input, Weights weights) {
        return layers.draw(graph, input, layers.fold(weights.values()));
    }

    /** {@link #merge} as operators. */
    Tensor drawMerge(GraphBuilder graph, Tensor outputs) {
        if (members == 1) {
            return outputs;
        }
        return graph.apply(
                "ReduceMean", Attributes.none().with("keepdims", 0L), outputs, graph.longs(new long[] {1}, 0L));
    }
}
