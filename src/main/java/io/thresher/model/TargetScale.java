package io.thresher.model;

import io.thresher.data.Target;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * Numbers to predict, shifted and stretched to zero mean and unit deviation. Single precision keeps seven digits: sums of
 * many small steps towards a price of 500,000 would lose what sums towards 1 keep, and penalties mean the same for
 * every unit of the target.
 *
 * @param mean mean of the training rows
 * @param deviation their standard deviation; 1 where all are equal
 */
public record TargetScale(float mean, float deviation) {

    /** The scale of these numbers. */
    public static TargetScale of(Target target) {
        double sum = 0;
        for (int row = 0; row < target.rows(); row++) {
            sum += target.value(row);
        }
        double mean = sum / target.rows();
        double squares = 0;
        for (int row = 0; row < target.rows(); row++) {
            squares += (target.value(row) - mean) * (target.value(row) - mean);
        }
        float deviation = (float) Math.sqrt(squares / target.rows());
        return new TargetScale((float) mean, deviation > 0 && Float.isFinite(deviation) ? deviation : 1);
    }

    /** A number as the model learns it. */
    public float standardised(double number) {
        return (float) ((number - mean) / deviation);
    }

    /** The number that the model means. */
    public float restored(float standardised) {
        return standardised * deviation + mean;
    }

    /** Draws {@link #restored}. */
    public Tensor drawRestored(GraphBuilder graph, Tensor standardised) {
        long[] one = {1};
        return graph.apply(
                "Add", graph.apply("Mul", standardised, graph.floats(one, deviation)), graph.floats(one, mean));
    }
}
