package io.thresher.model.forest;

import io.thresher.data.Task;
import io.thresher.metric.Predictions;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.model.graph.TwoClasses;

/**
 * The step from the average over all trees to predictions.
 *
 * @param task what is predicted
 * @param scale of the numbers that trees average; of no effect on classes
 */
record ForestOutputs(Task task, TargetScale scale) {

    /** Predictions from averages, rows × width of the trees, row-major. */
    Predictions predictions(int rows, float[] averages) {
        float[] values = averages.clone();
        for (int i = 0; i < values.length; i++) {
            // A sum of shares that all are 1 may be a rounding error above it.
            values[i] = task == Task.REGRESSION ? scale.restored(values[i]) : Math.min(1, Math.max(0, values[i]));
        }
        float[] all = task == Task.BINARY ? TwoClasses.columns(values) : values;
        return new Predictions(rows, rows == 0 ? 1 : all.length / rows, all);
    }

    /** Draws {@link #predictions}. */
    Tensor draw(GraphBuilder graph, Tensor averages) {
        if (task == Task.REGRESSION) {
            return scale.drawRestored(graph, averages);
        }
        long[] scalar = {};
        Tensor shares = graph.apply("Clip", averages, graph.floats(scalar, 0), graph.floats(scalar, 1));
        return task == Task.BINARY ? TwoClasses.draw(graph, shares) : shares;
    }
}
