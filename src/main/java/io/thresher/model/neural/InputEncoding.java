package io.thresher.model.neural;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a row of features becomes the input of a network: the features as they are, then the bins of those that are
 * encoded piecewise linearly, or a copy of those that the network turns into waves. The arithmetic is the same, operation by operation, in Java and in the graph.
 */
final class InputEncoding {
    /** Wide tables get fewer bins a column, so that the first layer stays affordable. */
    private static final int MOST_BINS = 4096;

    /** What a number becomes as waves, fewer in wide tables. */
    private static final int WAVE_WIDTH = 4;

    private final int columns;
    private final List<ColumnBins> binned;
    private final List<Integer> repeated;
    private final double frequencyScale;

    private InputEncoding(int columns, List<ColumnBins> binned, List<Integer> repeated, double frequencyScale) {
        this.columns = columns;
        this.binned = List.copyOf(binned);
        this.repeated = List.copyOf(repeated);
        this.frequencyScale = frequencyScale;
    }

    /** Every column as it is. */
    static InputEncoding plain(FeatureMatrix training) {
        return new InputEncoding(training.columns(), List.of(), List.of(), 0);
    }

    /**
     * Every column as it is, and those that hold more than zeros and ones once more, squeezed into ±3, for
     * {@link #embedding()}.
     *
     * @param frequencyScale of the embedding
     */
    static InputEncoding periodic(FeatureMatrix training, double frequencyScale) {
        return new InputEncoding(training.columns(), List.of(), numbers(training), frequencyScale);
    }

    /**
     * Every column as it is, and the piecewise linear encoding (PLE) of those that hold more than zeros and ones. The
     * paper lets the outer bins go on beyond the values seen in training; here the column itself does that.
     *
     * @param bins bins a column, fewer where there are fewer distinct values
     */
    static InputEncoding piecewiseLinear(FeatureMatrix training, int bins) {
        List<Integer> numeric = numbers(training);
        int affordable = Math.max(2, Math.min(bins, MOST_BINS / Math.max(1, numeric.size())));
        List<ColumnBins> binned = numeric.stream()
                .map(column -> new ColumnBins(column, QuantileEdges.of(column(training, column), affordable)))
                .filter(column -> column.count() > 1)
                .toList();
        return new InputEncoding(training.columns(), binned, List.of(), 0);
    }

    /** Number of inputs of the network. */
    int width() {
        return columns + binnedWidth() + repeated.size();
    }

    /** What the network does with the columns that come twice, if any do. */
    Optional<PeriodicEmbedding> embedding() {
        if (repeated.isEmpty()) {
            return Optional.empty();
        }
        int width = Math.max(1, Math.min(WAVE_WIDTH, MOST_BINS / repeated.size()));
        return Optional.of(new PeriodicEmbedding(columns, repeated.size(), width, frequencyScale));
    }

    /** Writes the {@link #width()} inputs for one row from {@code offset} on. */
    void encode(FeatureMatrix features, int row, float[] into, int offset) {
        System.arraycopy(features.values(), row * columns, into, offset, columns);
        int at = offset + columns;
        for (ColumnBins bins : binned) {
            bins.encode(features.value(row, bins.column()), into, at);
            at += bins.count();
        }
        for (int column : repeated) {
            into[at++] = SmoothClip.of(features.value(row, column));
        }
    }

    /** The same for all rows: N × columns in, N × {@link #width()} out. */
    Tensor draw(GraphBuilder graph, Tensor features) {
        Attributes beside = Attributes.none().with("axis", 1);
        if (!binned.isEmpty()) {
            return graph.apply("Concat", beside, features, drawBins(graph, features));
        }
        if (!repeated.isEmpty()) {
            return graph.apply("Concat", beside, features, drawRepeated(graph, features));
        }
        return features;
    }

    private Tensor drawRepeated(GraphBuilder graph, Tensor features) {
        long[] columnOf = repeated.stream().mapToLong(Integer::longValue).toArray();
        return SmoothClip.draw(
                graph,
                graph.apply(
                        "Gather",
                        Attributes.none().with("axis", 1),
                        features,
                        graph.longs(new long[] {columnOf.length}, columnOf)));
    }

    private Tensor drawBins(GraphBuilder graph, Tensor features) {
        long[] columnOf = new long[binnedWidth()];
        float[] lows = new float[columnOf.length];
        float[] inverses = new float[columnOf.length];
        int at = 0;
        for (ColumnBins bins : binned) {
            for (int i = 0; i < bins.count(); i++) {
                columnOf[at] = bins.column();
                lows[at] = bins.low(i);
                inverses[at++] = bins.inverse(i);
            }
        }
        long[] shape = {columnOf.length};
        Tensor values =
                graph.apply("Gather", Attributes.none().with("axis", 1), features, graph.longs(shape, columnOf));
        Tensor above = graph.apply("Sub", values, graph.floats(shape, lows));
        Tensor filled = graph.apply("Mul", above, graph.floats(shape, inverses));
        return graph.apply("Clip", filled, graph.floats(new long[0], 0f), graph.floats(new long[0], 1f));
    }

    private int binnedWidth() {
        return binned.stream().mapToInt(ColumnBins::count).sum();
    }

    private static List<Integer> numbers(FeatureMatrix training) {
        return IntStream.range(0, training.columns())
                .filter(column -> !isIndicator(training, column))
                .boxed()
                .toList();
    }

    private static boolean isIndicator(FeatureMatrix features, int column) {
        return IntStream.range(0, features.rows())
                .mapToDouble(row -> features.value(row, column))
                .allMatch(value -> value == 0 || value == 1);
    }

    private static float[] column(FeatureMatrix features, int column) {
        float[] values = new float[features.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = features.value(row, column);
        }
        return values;
    }
}
