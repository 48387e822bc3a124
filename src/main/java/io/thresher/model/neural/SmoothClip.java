package io.thresher.model.neural;

import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * x / √(1 + (x/3)²): nearly x around zero, never beyond ±3 (Holzmüller, Grinsztajn, Steinwart: Better by Default, 2024,
 * section 3). Values beyond ±100 count as ±100, so that squares stay finite.
 */
final class SmoothClip {
    private static final float FARTHEST = 100;
    private static final float THIRD = 1 / 3f;

    private SmoothClip() {}

    static float of(float value) {
        float near = Math.min(FARTHEST, Math.max(-FARTHEST, value));
        float part = near * THIRD;
        return near / (float) Math.sqrt(part * part + 1);
    }

    /** The same, operation by operation. */
    static Tensor draw(GraphBuilder graph, Tensor values) {
        long[] scalar = {};
        Tensor near = graph.apply("Clip", values, graph.floats(scalar, -FARTHEST), graph.floats(scalar, FARTHEST));
        Tensor part = graph.apply("Mul", near, graph.floats(scalar, THIRD));
        Tensor square = graph.apply("Add", graph.apply("Mul", part, part), graph.floats(scalar, 1f));
        return graph.apply("Div", near, graph.apply("Sqrt", square));
    }
}
