package io.thresher.pipeline;

import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * Distance from the median in interquartile ranges, smoothly clipped to (−3, 3): z / √(1 + (z / 3)²) (Holzmüller,
 * Grinsztajn, Steinwart: Better by Default, NeurIPS 2024, RealMLP). Where both quartiles are equal, half the range of
 * the column stands in.
 */
final class RobustScaling implements NumberStep {
    private static final float BOUND = 3;
    /** Beyond this the clipped value is the bound, and the square would become infinite in the end. */
    private static final float FAR = 1e6f;

    private final float[] medians;
    private final float[] inverses;

    private RobustScaling(float[] medians, float[] inverses) {
        this.medians = medians;
        this.inverses = inverses;
    }

    static RobustScaling fit(List<KnownNumbers> columns) {
        float[] medians = new float[columns.size()];
        float[] inverses = new float[columns.size()];
        for (int i = 0; i < medians.length; i++) {
            KnownNumbers known = columns.get(i);
            medians[i] = (float) known.quantile(0.5);
            double middle = known.quantile(0.75) - known.quantile(0.25);
            double spread = middle > 0 ? middle : ((double) known.high() - known.low()) / 2;
            float inverse = (float) (1 / spread);
            inverses[i] = spread > 0 && Float.isFinite(inverse) ? inverse : 0;
        }
        return new RobustScaling(medians, inverses);
    }

    @Override
    public float apply(int column, float value) {
        float scaled = (value - medians[column]) * inverses[column];
        float near = Math.min(FAR, Math.max(-FAR, scaled));
        float third = near / BOUND;
        return near / (float) Math.sqrt(1 + third * third);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor numbers) {
        Tensor centred = graph.apply("Sub", numbers, NumberStep.row(graph, medians));
        Tensor scaled = graph.apply("Mul", centred, NumberStep.row(graph, inverses));
        Tensor near = graph.apply("Clip", scaled, graph.floats(new long[0], -FAR), graph.floats(new long[0], FAR));
        Tensor third = graph.apply("Div", near, NumberStep.scalar(graph, BOUND));
        Tensor square = graph.apply("Mul", third, third);
        Tensor root = graph.apply("Sqrt", graph.apply("Add", NumberStep.scalar(graph, 1), square));
        return graph.apply("Div", near, root);
    }
}
