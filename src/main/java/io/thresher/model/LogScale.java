package io.thresher.model;

import io.thresher.data.Target;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * Logarithms of one more than numbers to predict that are not negative, where factors matter and not differences. What is
 * restored stays between 0 and the largest training number, lest a power of e run away.
 *
 * @param highest logarithm of the training rows
 */
public record LogScale(float highest) {

    /** The scale of these numbers. */
    public static LogScale of(Target target) {
        double highest = 0;
        for (int row = 0; row < target.rows(); row++) {
            highest = Math.max(highest, logarithm(target.value(row)));
        }
        return new LogScale((float) highest);
    }

    /** The logarithm of one more than the number; of one below 0, as no training row has it, that of 0. */
    public static double logarithm(double number) {
        return Math.log1p(Math.max(0, number));
    }

    /** The logarithms of all numbers. */
    public static Target logarithms(Target target) {
        double[] logarithms = target.values();
        for (int row = 0; row < logarithms.length; row++) {
            logarithms[row] = logarithm(logarithms[row]);
        }
        return Target.ofNumbers(logarithms);
    }

    /** The number that the model means. */
    public float restored(float logarithm) {
        return (float) Math.exp(Math.min(highest, Math.max(0, logarithm))) - 1;
    }

    /** Draws {@link #restored}. */
    public Tensor drawRestored(GraphBuilder graph, Tensor logarithms) {
        long[] one = {1};
        Tensor inside =
                graph.apply("Min", graph.apply("Max", logarithms, graph.floats(one, 0f)), graph.floats(one, highest));
        return graph.apply("Sub", graph.apply("Exp", inside), graph.floats(one, 1f));
    }
}
