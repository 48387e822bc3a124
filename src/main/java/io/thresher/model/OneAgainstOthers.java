package io.thresher.model;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * Probabilities of classes from the log-odds of each class against all others: those probabilities, divided by their sum.
 * Computed as softmax(log σ(z)), so that no sum is 0 where a row is far from every class.
 */
public final class OneAgainstOthers {
    /** Log-odds of a class that no training row has. */
    public static final float NEVER = -1e30f;

    private OneAgainstOthers() {}

    /**
     * Writes the probabilities of one row.
     *
     * @param logOdds one a class; written over
     * @param from where the probabilities begin in {@code probabilities}
     */
    public static void write(double[] logOdds, float[] probabilities, int from) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < logOdds.length; label++) {
            logOdds[label] = -softplus(-logOdds[label]);
            highest = Math.max(highest, logOdds[label]);
        }
        double sum = 0;
        for (int label = 0; label < logOdds.length; label++) {
            logOdds[label] = Math.exp(logOdds[label] - highest);
            sum += logOdds[label];
        }
        for (int label = 0; label < logOdds.length; label++) {
            probabilities[from + label] = (float) (logOdds[label] / sum);
        }
    }

    /**
     * Draws the probabilities, float32, N × classes, of log-odds in double precision of the same shape: single precision would
     * lose what decides between classes that a row is far from. ONNX Runtime has no softplus of doubles, and no log1p.
     */
    public static Tensor draw(GraphBuilder graph, Tensor logOdds) {
        Tensor against = graph.apply("Neg", graph.apply("Abs", logOdds));
        Tensor zero = graph.wide(graph.floats(new long[] {1}, 0));
        Tensor one = graph.wide(graph.floats(new long[] {1}, 1));
        Tensor softplus = graph.apply("Log", graph.apply("Add", one, graph.apply("Exp", against)));
        Tensor logarithm = graph.apply("Sub", graph.apply("Min", logOdds, zero), softplus);
        Tensor shares = graph.apply("Softmax", Attributes.none().with("axis", 1), logarithm);
        return graph.narrow(shares);
    }

    /** log(1 + e^x) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
