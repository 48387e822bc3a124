package io.thresher.pipeline;

import io.thresher.data.Table;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * Repair, preparation and model; the last two fitted on the same rows.
 *
 * @param repairs what is done to the values of every row first
 * @param preparation from raw columns to features
 * @param model from features to predictions
 */
public record FittedPipeline(RepairRecipe repairs, Preparation preparation, FittedModel model)
        implements AutoCloseable {

    /** One probability a class, or one number, for each row of {@code table}. */
    public Predictions predict(Table table) {
        return model.predict(preparation.apply(repairs.apply(table)));
    }

    /** Draws the whole way from raw columns to predictions, N × outputs. */
    public Tensor draw(GraphBuilder graph) {
        return model.draw(graph, preparation.draw(new RepairedInputs(graph, repairs)));
    }

    @Override
    public void close() {
        model.close();
    }
}
