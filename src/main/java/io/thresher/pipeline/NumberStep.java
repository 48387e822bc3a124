package io.thresher.pipeline;

import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** One step of what becomes of known numbers, for a block of columns; in float32, operation by operation as drawn. */
sealed interface NumberStep permits StandardScaling, RobustScaling, QuantileScaling, SignedLog, YeoJohnson {

    /** What {@code value} in column {@code column} becomes; never falls as {@code value} rises. */
    float apply(int column, float value);

    /** The same for a whole block, N × columns. */
    Tensor draw(GraphBuilder graph, Tensor numbers);

    /** A constant for every column, 1 × columns. */
    static Tensor row(GraphBuilder graph, float... values) {
        return graph.floats(new long[] {1, values.length}, values);
    }

    /** A constant for all columns. */
    static Tensor scalar(GraphBuilder graph, float value) {
        return graph.floats(new long[] {1}, value);
    }
}
