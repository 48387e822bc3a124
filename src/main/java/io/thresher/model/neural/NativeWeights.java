package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.List;

/** What layers compute with, where PyTorch can compute with it. */
final class NativeWeights implements AutoCloseable {
    private final NDManager manager;
    private final Layer layers;
    private final List<NDArray> operands;
    private final List<float[]> gradients;

    private NativeWeights(NDManager manager, Layer layers, List<NDArray> operands, List<float[]> gradients) {
        this.manager = manager;
        this.layers = layers;
        this.operands = operands;
        this.gradients = gradients;
    }

    /** The operands that {@code weights} of {@code layers} mean, freed with {@code parent} or when closed. */
    static NativeWeights of(Layer layers, Weights weights, NDManager parent) {
        return loaded(layers, weights, List.of(), parent);
    }

    /** The same, with gradients. */
    static NativeWeights trainable(Layer layers, Weights weights, NDManager parent) {
        List<float[]> gradients = layers.operands().stream()
                .map(shape -> new float[Math.toIntExact(shape.size())])
                .toList();
        NativeWeights copy = loaded(layers, weights, gradients, parent);
        copy.operands.forEach(operand -> operand.setRequiresGradient(true));
        return copy;
    }

    private static NativeWeights loaded(Layer layers, Weights weights, List<float[]> gradients, NDManager parent) {
        NDManager manager = parent.newSubManager();
        List<NDArray> operands = layers.operands().stream().map(manager::zeros).toList();
        NativeWeights copy = new NativeWeights(manager, layers, operands, gradients);
        copy.load(weights);
        return copy;
    }

    /** What {@link Layer#forward} wants. */
    List<NDArray> operands() {
        return operands;
    }

    /** Overwrites the operands. */
    void load(Weights weights) {
        List<float[]> values = layers.fold(weights.values());
        for (int i = 0; i < values.size(); i++) {
            Torch.write(operands.get(i), FloatBuffer.wrap(values.get(i)));
        }
    }

    /**
     * Moves the gradients to {@code into}; here they are zero afterwards.
     *
     * @param weights those that were loaded
     */
    void takeGradients(Weights weights, Weights into) {
        for (int i = 0; i < operands.size(); i++) {
            Torch.takeGradient(operands.get(i), gradients.get(i));
        }
        layers.unfold(weights.values(), gradients, into.values());
    }

    @Override
    public void close() {
        manager.close();
    }
}
