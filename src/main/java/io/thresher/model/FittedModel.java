package io.thresher.model;

import io.thresher.metric.Predictions;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** A trained model. Native memory, where there is any, is freed by {@link #close()}. */
public interface FittedModel extends AutoCloseable {

    /** One probability a class that sum to 1, or one number, for each row; predicted by the library that trained it. */
    Predictions predict(FeatureMatrix features);

    /**
     * Draws the model.
     *
     * @param features float32, N × columns, as in {@link #predict}
     * @return float32, N × outputs, what {@link #predict} gives for the same features
     */
    Tensor draw(GraphBuilder graph, Tensor features);

    /**
     * What of this model is delivered where it is one of {@code members} that are averaged. A model whose parts are
     * averaged themselves needs fewer of them then; closed with this model.
     *
     * @param members at least 1
     */
    default FittedModel asOneOf(int members) {
        return this;
    }

    @Override
    default void close() {}
}
