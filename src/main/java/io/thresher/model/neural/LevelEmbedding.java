package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Learned vectors for levels (Guo, Berkhahn: Entity Embeddings of Categorical Variables, 2016): the last inputs, which
 * count vectors, become the vectors themselves and come first; the inputs before them follow as they are. Vector 0, for
 * what training rows do not have, is zero and stays so.
 *
 * @param plain inputs that stay
 * @param counts vectors of each of the last inputs
 */
record LevelEmbedding(int plain, List<Integer> counts) implements Layer {
    private static final long INT64 = 7;
    private static final int WIDEST = 16;

    LevelEmbedding {
        counts = List.copyOf(counts);
    }

    /** Numbers in a vector: the rule of fastai, but narrower in the end. */
    static int width(int count) {
        return (int) Math.min(WIDEST, Math.round(1.6 * Math.pow(count, 0.56)));
    }

    /** Numbers a row that come out of the vectors alone. */
    int embedded() {
        return counts.stream().mapToInt(LevelEmbedding::width).sum();
    }

    @Override
    public List<Weight> weights() {
        return counts.stream().map(LevelEmbedding::vectors).toList();
    }

    private static Weight vectors(int count) {
        int width = width(count);
        Initial others = Initial.within(1 / Math.sqrt(width));
        return Weight.matrix(
                new Shape(count, width), (index, random) -> index < width ? 0 : others.draw(index, random));
    }

    @Override
    public NDArray forward(NDArray input, List<NDArray> operands, Dropout dropout) {
        NDList parts = new NDList();
        for (int i = 0; i < counts.size(); i++) {
            NDArray index = Torch.columns(input, plain + i, plain + i + 1).toType(DataType.INT64, false);
            NDArray vectors = input.getNDArrayInternal()
                    .embedding(index, operands.get(i), SparseFormat.DENSE)
                    .singletonOrThrow();
            parts.add(vectors.reshape(-1, width(counts.get(i))));
        }
        parts.add(Torch.columns(input, 0, plain));
        NDArray first = parts.remove(0);
        return first.getNDArrayInternal().concat(parts, 1);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor input, List<float[]> operands) {
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Tensor index = graph.apply(
                    "Gather", Attributes.none().with("axis", 1), input, graph.longs(new long[] {}, plain + i));
            Tensor whole = graph.apply("Cast", Attributes.none().with("to", INT64), index);
            Tensor vectors = graph.floats(new long[] {counts.get(i), width(counts.get(i))}, operands.get(i));
            parts.add(graph.apply("Gather", Attributes.none().with("axis", 0), vectors, whole));
        }
        parts.add(graph.apply(
                "Slice",
                input,
                graph.longs(new long[] {1}, 0L),
                graph.longs(new long[] {1}, plain),
                graph.longs(new long[] {1}, 1L)));
        return graph.apply("Concat", Attributes.none().with("axis", 1), parts.toArray(Tensor[]::new));
    }
}
