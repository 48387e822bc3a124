package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers by their rank among the training rows, made normal: piecewise linear between quantiles, the same number where
 * the quantiles of a normal distribution are. Beyond the outermost quantiles nothing changes any more. Sums are of double
 * precision: runtimes add in an order of their own, and what comes after may tell numbers apart that differ in the last
 * bits of single precision.
 */
final class QuantileScaling implements NumberStep {
    /** Pieces of a column: all that distinguishes ranks for a net, and few enough to be drawn. */
    static final int PIECES = 64;
    /** Columns drawn together: 8,192 rows of them take 32 MiB. */
    private static final int BLOCK = 16;
    /** Types as ONNX numbers them. */
    private static final long FLOAT32 = 1;

    private static final long FLOAT64 = 11;

    private final int columns;
    /** Columns × {@link #PIECES}; a piece that is not used has no width and adds nothing. */
    private final float[] lows;

    private final float[] inverses;
    private final float[] heights;
    private final float[] starts;

    private QuantileScaling(int columns) {
        this.columns = columns;
        this.lows = new float[columns * PIECES];
        this.inverses = new float[columns * PIECES];
        this.heights = new float[columns * PIECES];
        this.starts = new float[columns];
    }

    static QuantileScaling fit(List<KnownNumbers> columns) {
        QuantileScaling scaling = new QuantileScaling(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).count() > 0) {
                scaling.fit(i, columns.get(i));
            }
        }
        return scaling;
    }

    private void fit(int column, KnownNumbers known) {
        float knot = 0;
        double height = 0;
        int piece = column * PIECES;
        boolean first = true;
        for (int at = 0; at <= PIECES; ) {
            float next = (float) known.quantile((double) at / PIECES);
            int last = at;
            while (last < PIECES && (float) known.quantile((last + 1.0) / PIECES) == next) {
                last++;
            }
            double nextHeight = normal((at + last) / 2.0 / PIECES);
            float inverse = 1 / (next - knot);
            if (first) {
                starts[column] = (float) nextHeight;
            } else if (Float.isFinite(inverse) && inverse > 0) {
                lows[piece] = knot;
                inverses[piece] = inverse;
                heights[piece++] = (float) (nextHeight - height);
            }
            if (first || Float.isFinite(inverse)) {
                knot = next;
                height = nextHeight;
            }
            first = false;
            at = last + 1;
        }
    }

    /** The quantile of the standard normal distribution, at the ends that of half a piece. */
    private static double normal(double share) {
        double half = 0.5 / PIECES;
        return NormalQuantile.of(Math.max(half, Math.min(1 - half, share)));
    }

    @Override
    public float apply(int column, float value) {
        double sum = 0;
        for (int i = column * PIECES; i < (column + 1) * PIECES && inverses[i] != 0; i++) {
            sum += Math.min(1, Math.max(0, (value - lows[i]) * inverses[i])) * heights[i];
        }
        return (float) (sum + starts[column]);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor numbers) {
        List<Tensor> blocks = new ArrayList<>();
        for (int from = 0; from < columns; from += BLOCK) {
            blocks.add(drawBlock(graph, numbers, from, Math.min(columns, from + BLOCK)));
        }
        Tensor sums = blocks.size() == 1
                ? blocks.get(0)
                : graph.apply("Concat", Attributes.none().with("axis", 1), blocks.toArray(Tensor[]::new));
        Tensor all = graph.apply("Add", sums, cast(graph, NumberStep.row(graph, starts), FLOAT64));
        return cast(graph, all, FLOAT32);
    }

    private Tensor drawBlock(GraphBuilder graph, Tensor numbers, int from, int to) {
        long[] one = {1};
        Tensor block = graph.apply("Slice", numbers, graph.longs(one, from), graph.longs(one, to), graph.longs(one, 1));
        Tensor values = graph.apply("Unsqueeze", block, graph.longs(one, 2));
        Tensor above = graph.apply("Sub", values, pieces(graph, lows, from, to));
        Tensor filled = graph.apply(
                "Clip",
                graph.apply("Mul", above, pieces(graph, inverses, from, to)),
                graph.floats(new long[0], 0),
                graph.floats(new long[0], 1));
        Tensor heightsFilled = graph.apply("Mul", filled, pieces(graph, heights, from, to));
        return graph.apply(
                "ReduceSum",
                Attributes.none().with("keepdims", 0),
                cast(graph, heightsFilled, FLOAT64),
                graph.longs(one, 2));
    }

    private static Tensor cast(GraphBuilder graph, Tensor tensor, long type) {
        return graph.apply("Cast", Attributes.none().with("to", type), tensor);
    }

    private static Tensor pieces(GraphBuilder graph, float[] ofAll, int from, int to) {
        float[] ofBlock = Arrays.copyOfRange(ofAll, from * PIECES, to * PIECES);
        return graph.floats(new long[] {to - from, PIECES}, ofBlock);
    }
}
