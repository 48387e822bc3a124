package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * The last {@code numbers} inputs as waves of learned frequencies and phases, mixed number by number:
 * x ↦ cos(x·fᵢ + φᵢ)·Wᵢ + bᵢ (Gorishniy, Rubachev, Babenko: On Embeddings for Numerical Features in Tabular Deep
 * Learning, 2022; in the form PBLD of Holzmüller, Grinsztajn, Steinwart: Better by Default, 2024, which leaves the number
 * itself beside its waves). The inputs before them stay as they are.
 *
 * @param plain inputs that stay
 * @param numbers inputs that become waves
 * @param width what a number becomes
 * @param frequencyScale σ: frequencies start as 2π·N(0, σ²)
 */
record PeriodicEmbedding(int plain, int numbers, int width, double frequencyScale) implements Layer {
    private static final int WAVES = 16;

    /** Numbers a row that come out. */
    int outputs() {
        return plain + numbers * width;
    }

    @Override
    public List<Weight> weights() {
        return List.of(
                Weight.free(new Shape(numbers, WAVES), Initial.normal(2 * Math.PI * frequencyScale)),
                Weight.free(new Shape(numbers, WAVES), Initial.within(Math.PI)),
                Weight.matrix(new Shape(numbers, WAVES, width), Initial.uniform(WAVES)),
                Weight.free(new Shape(numbers, 1, width), Initial.uniform(WAVES)));
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        NDArray numbersOf = Torch.columns(input, plain, plain + numbers);
        NDArray waves = numbersOf
                .expandDims(2)
                .mul(operands.get(0))
                .add(operands.get(1))
                .cos();
        NDArray mixed = waves.transpose(1, 0, 2).matMul(operands.get(2)).add(operands.get(3));
        NDArray embedded = mixed.transpose(1, 0, 2).reshape(-1, (long) numbers * width);
        NDArray stay = Torch.columns(input, 0, plain);
        return stay.getNDArrayInternal().concat(new NDList(embedded), 1);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        Attributes swap = Attributes.none().withLongs("perm", List.of(1L, 0L, 2L));
        Tensor frequencies = graph.floats(new long[] {numbers, WAVES}, operands.get(0));
        Tensor phases = graph.floats(new long[] {numbers, WAVES}, operands.get(1));
        Tensor matrices = graph.floats(new long[] {numbers, WAVES, width}, operands.get(2));
        Tensor shifts = graph.floats(new long[] {numbers, 1, width}, operands.get(3));
        Tensor column = graph.apply(
                "Unsqueeze", columns(graph, input, plain, plain + numbers), graph.longs(new long[] {1}, 2L));
        Tensor waves = graph.apply("Cos", graph.apply("Add", graph.apply("Mul", column, frequencies), phases));
        Tensor mixed =
                graph.apply("Add", graph.apply("MatMul", graph.apply("Transpose", swap, waves), matrices), shifts);
        Tensor embedded = graph.apply(
                "Reshape",
                graph.apply("Transpose", swap, mixed),
                graph.longs(new long[] {2}, -1L, (long) numbers * width));
        return graph.apply("Concat", Attributes.none().with("axis", 1), columns(graph, input, 0, plain), embedded);
    }

    private static Tensor columns(GraphBuilder graph, Tensor input, long from, long to) {
        return graph.apply(
                "Slice",
                input,
                graph.longs(new long[] {1}, from),
                graph.longs(new long[] {1}, to),
                graph.longs(new long[] {1}, 1L));
    }
}
