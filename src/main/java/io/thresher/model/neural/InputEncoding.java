package io.thresher.model.neural;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a row of features becomes the input of a network: the features as they are, then the bins of those that are
 * encoded piecewise linearly. The arithmetic is the same, operation by operation, in Java and in the graph.
 */
final class InputEncoding {
    /** Wide tables get fewer bins a column, so that the first layer stays affordable. */
    private static final int MOST_BINS = 4096;

    private final int columns;
    private final List<ColumnBins> binned;

    private InputEncoding(int columns, List<ColumnBins> binned) {
        this.columns = columns;
        this.binned = binned;
    }

    /** Every column as it is. */
    static InputEncoding plain(FeatureMatrix training) {
        return new InputEncoding(training.columns(), List.of());
    }

    /**
     * Every column as it is, and the piecewise linear encoding (PLE) of those that hold more than zeros and ones. The
     * paper lets the outer bins go on beyond the values seen in training; here the column itself does that.
     *
     * @param bins bins a column, fewer where there are fewer distinct values
     */
    static InputEncoding piecewiseLinear(FeatureMatrix training, int bins) {
        List<Integer> numeric = IntStream.range(0, training.columns())
                .filter(column -> !isIndicator(training, column))
                .boxed()
                .toList();
        int affordable = Math.max(2, Math.min(bins, MOST_BINS / Math.max(1, numeric.size())));
        List<ColumnBins> binned = numeric.stream()
                .map(column -> new ColumnBins(column, QuantileEdges.of(column(training, column), affordable)))
                .filter(column -> column.count() > 1)
                .toList();
        return new InputEncoding(training.columns(), binned);
    }

    /** Number of inputs of the network. */
    int width() {
        return columns + binnedWidth();
    }

    /** Writes the {@link #width()} inputs for one row from {@code offset} on. */
    void encode(FeatureMatrix features, int row, float[] into, int offset) {
        System.arraycopy(features.values(), row * columns, into, offset, columns);
        int at = offset + columns;
        for (ColumnBins bins : binned) {
            bins.encode(features.value(row, bins.column()), into, at);
            at += bins.count();
        }
    }

    /** The same for all rows: N × columns in, N × {@link #width()} out. */
    Tensor draw(GraphBuilder graph, Tensor features) {
        if (binned.isEmpty()) {
            return features;
        }
        return graph.apply("Concat", Attributes.none().with("axis", 1), features, drawBins(graph, features));
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
