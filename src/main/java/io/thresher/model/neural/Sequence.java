package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Layers one after the other. */
record Sequence(List<Layer> layers) implements Layer {

    Sequence {
        layers = List.copyOf(layers);
    }

    @Override
    public List<Weight> weights() {
        return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
    }

    @Override
    public List<Shape> operands() {
        return layers.stream().flatMap(layer -> layer.operands().stream()).toList();
    }

    @Override
    public List<float[]> fold(List<float[]> weights) {
        List<float[]> operands = new ArrayList<>();
        int from = 0;
        for (Layer layer : layers) {
            int to = from + layer.weights().size();
            operands.addAll(layer.fold(weights.subList(from, to)));
            from = to;
        }
        return operands;
    }

    @Override
    public void unfold(List<float[]> weights, List<float[]> operandGradients, List<float[]> gradients) {
        int from = 0;
        int operandsFrom = 0;
        for (Layer layer : layers) {
            int to = from + layer.weights().size();
            int operandsTo = operandsFrom + layer.operands().size();
            layer.unfold(
                    weights.subList(from, to),
                    operandGradients.subList(operandsFrom, operandsTo),
                    gradients.subList(from, to));
            from = to;
            operandsFrom = operandsTo;
        }
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        NDArray value = input;
        int from = 0;
        for (Layer layer : layers) {
            int to = from + layer.operands().size();
            value = layer.forward(value, operands.subList(from, to), dropout);
            from = to;
        }
        return value;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        Tensor value = input;
        int from = 0;
        for (Layer layer : layers) {
            int to = from + layer.operands().size();
            value = layer.draw(graph, value, operands.subList(from, to));
            from = to;
        }
        return value;
    }
}
