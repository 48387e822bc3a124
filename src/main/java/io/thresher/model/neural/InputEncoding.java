package io.thresher.model.neural;

import io.thresher.model.Feature;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a row of features becomes the input of a network: the numbers as they are, then the bins of those that are
 * encoded piecewise linearly, or a copy of those that the network turns into waves; last, for each word that is told by
 * its level, which vector stands for it. The arithmetic is the same, operation by operation, in Java and in the graph.
 */
final class InputEncoding {
    /** Wide tables get fewer bins a column, so that the first layer stays affordable. */
    private static final int MOST_BINS = 4096;

    /** What a number becomes as waves, fewer in wide tables. */
    private static final int WAVE_WIDTH = 4;

    private final List<Integer> kept;
    private final List<LevelCodes> levels;
    private final List<ColumnBins> binned;
    private final List<Integer> repeated;
    private final double frequencyScale;

    private InputEncoding(
            FeatureMatrix training, List<ColumnBins> binned, List<Integer> repeated, double frequencyScale) {
        this.kept = IntStream.range(0, training.columns())
                .filter(column -> !isLevel(training, column))
                .boxed()
                .toList();
        this.levels = IntStream.range(0, training.columns())
                .filter(column -> isLevel(training, column))
                .mapToObj(column -> LevelCodes.of(training, column))
                .toList();
        this.binned = List.copyOf(binned);
        this.repeated = List.copyOf(repeated);
        this.frequencyScale = frequencyScale;
    }

    /** Every column as it is. */
    static InputEncoding plain(FeatureMatrix training) {
        return new InputEncoding(training, List.of(), List.of(), 0);
    }

    /**
     * Every column as it is, and those that hold more than zeros and ones once more, squeezed into ±3, for
     * {@link #waves}.
     *
     * @param frequencyScale of the embedding
     */
    static InputEncoding periodic(FeatureMatrix training, double frequencyScale) {
        return new InputEncoding(training, List.of(), numbers(training), frequencyScale);
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
        return new InputEncoding(training, binned, List.of(), 0);
    }

    /** Number of inputs of the network. */
    int width() {
        return plainWidth() + levels.size();
    }

    /** Number of inputs that are numbers; they come first. */
    int plainWidth() {
        return kept.size() + binnedWidth() + repeated.size();
    }

    /** What the network does first with the last inputs, if there are words told by their levels. */
    Optional<LevelEmbedding> levels() {
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LevelEmbedding(
                plainWidth(), levels.stream().map(LevelCodes::count).toList()));
    }

    /**
     * What the network does with the columns that come twice, if any do.
     *
     * @param before numbers that the network has put before the inputs
     */
    Optional<PeriodicEmbedding> waves(int before) {
        if (repeated.isEmpty()) {
            return Optional.empty();
        }
        int width = Math.max(1, Math.min(WAVE_WIDTH, MOST_BINS / repeated.size()));
        return Optional.of(new PeriodicEmbedding(before + kept.size(), repeated.size(), width, frequencyScale));
    }

    /** Writes the {@link #width()} inputs for one row from {@code offset} on. */
    void encode(FeatureMatrix features, int row, float[] into, int offset) {
        int at = offset;
        if (levels.isEmpty()) {
            System.arraycopy(features.values(), row * kept.size(), into, at, kept.size());
            at += kept.size();
        } else {
            for (int column : kept) {
                into[at++] = features.value(row, column);
            }
        }
        for (ColumnBins bins : binned) {
            bins.encode(features.value(row, bins.column()), into, at);
            at += bins.count();
        }
        for (int column : repeated) {
            into[at++] = SmoothClip.of(features.value(row, column));
        }
        for (LevelCodes codes : levels) {
            into[at++] = codes.index(features, row);
        }
    }

    /** The same for all rows: N × columns in, N × {@link #width()} out. */
    Tensor draw(GraphBuilder graph, Tensor features) {
        List<Tensor> parts = new ArrayList<>();
        if (levels.isEmpty()) {
            parts.add(features);
        } else if (!kept.isEmpty()) {
            parts.add(drawColumns(graph, features, kept));
        }
        if (!binned.isEmpty()) {
            parts.add(drawBins(graph, features));
        }
        if (!repeated.isEmpty()) {
            parts.add(SmoothClip.draw(graph, drawColumns(graph, features, repeated)));
        }
        levels.forEach(codes -> parts.add(codes.draw(graph, features)));
        return parts.size() == 1
                ? parts.get(0)
                : graph.apply("Concat", Attributes.none().with("axis", 1), parts.toArray(Tensor[]::new));
    }

    private static Tensor drawColumns(GraphBuilder graph, Tensor features, List<Integer> columns) {
        long[] columnOf = columns.stream().mapToLong(Integer::longValue).toArray();
        return graph.apply(
                "Gather",
                Attributes.none().with("axis", 1),
                features,
                graph.longs(new long[] {columnOf.length}, columnOf));
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
                .filter(column -> !isLevel(training, column) && !isIndicator(training, column))
                .boxed()
                .toList();
    }

    private static boolean isLevel(FeatureMatrix features, int column) {
        return features.features().get(column).kind() == Feature.Kind.LEVEL;
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
