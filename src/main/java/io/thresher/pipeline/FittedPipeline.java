package io.thresher.pipeline;

import io.thresher.data.Table;
import io.thresher.metric.Predictions;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * Preparation and model, both fitted on the same rows.
 *
 * @param preparation from raw columns to features
 * @param model from features to predictions
 */
public record FittedPipeline(Preparation preparation, FittedModel model) implements AutoCloseable {

    /** One probability a class, or one number, for each row of {@code table}. */
    public Predictions predict(Table table) {
        return model.predict(preparation.apply(table));
    }

    /** Draws the whole way from raw columns to predictions, N × outputs. */
    public Tensor draw(GraphBuilder graph) {
        return model.draw(graph, preparation.draw(graph));
    }

    @Override
    public void close() {
        model.close();
    }
}
