package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** A copy of {@link Weights} where PyTorch can compute with them. */
final class NativeWeights implements AutoCloseable {
    private final NDManager manager;
    private final List<NDArray> tensors;

    private NativeWeights(NDManager manager, List<NDArray> tensors) {
        this.manager = manager;
        this.tensors = tensors;
    }

    /** The copy, freed with {@code parent} or when closed. */
    static NativeWeights of(Weights weights, NDManager parent) {
        NDManager manager = parent.newSubManager();
        List<NDArray> tensors = weights.definitions().stream()
                .map(weight -> manager.zeros(weight.shape()))
                .toList();
        NativeWeights copy = new NativeWeights(manager, tensors);
        copy.load(weights);
        return copy;
    }

    /** The copy, with gradients. */
    static NativeWeights trainable(Weights weights, NDManager parent) {
        NativeWeights copy = of(weights, parent);
        copy.tensors.forEach(tensor -> tensor.setRequiresGradient(true));
        return copy;
    }

    /** One tensor a weight. */
    List<NDArray> tensors() {
        return tensors;
    }

    /** Overwrites this copy. */
    void load(Weights weights) {
        for (int i = 0; i < tensors.size(); i++) {
            Torch.view(tensors.get(i)).put(weights.values().get(i));
        }
    }

    /** Moves the gradients to {@code into}; here they are zero afterwards. */
    void takeGradients(Weights into) {
        for (int i = 0; i < tensors.size(); i++) {
            Torch.takeGradient(tensors.get(i), into.values().get(i));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
