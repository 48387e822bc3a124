package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;
import java.util.Locale;

/** What bends the output of a linear layer, value by value. */
enum Activation implements Layer {
    /** max(0, x). */
    RELU {
        @Override
        NDArray of(NDArray input) {
            return input.getNDArrayInternal().relu();
        }

        @Override
        Tensor drawOf(GraphBuilder graph, Tensor input) {
            return graph.apply("Relu", input);
        }
    },
    /** x·Φ(x), with the exact error function (Hendrycks, Gimpel: Gaussian Error Linear Units, 2016). */
    GELU {
        @Override
        NDArray of(NDArray input) {
            return input.getNDArrayInternal().gelu();
        }

        @Override
        Tensor drawOf(GraphBuilder graph, Tensor input) {
            return graph.apply("Gelu", input);
        }
    },
    /** x·σ(x) (Elfwing, Uchibe, Doya: Sigmoid-Weighted Linear Units, 2018). */
    SILU {
        @Override
        NDArray of(NDArray input) {
            return input.mul(input.getNDArrayInternal().sigmoid());
        }

        @Override
        Tensor drawOf(GraphBuilder graph, Tensor input) {
            return graph.apply("Mul", input, graph.apply("Sigmoid", input));
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        NDArray of(NDArray input) {
            return input.getNDArrayInternal().tanh();
        }

        @Override
        Tensor drawOf(GraphBuilder graph, Tensor input) {
            return graph.apply("Tanh", input);
        }
    };

    abstract NDArray of(NDArray input);

    abstract Tensor drawOf(GraphBuilder graph, Tensor input);

    /** The word in search spaces. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Weight> weights() {
        return List.of();
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        return of(input);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        return drawOf(graph, input);
    }
}
