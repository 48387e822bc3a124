package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;

/**
 * A metric's loss of averages of predictions, fast enough to try thousands: it looks only at the numbers of a prediction
 * that the metric depends on. Rows can count several times or not at all, as a bootstrap wants it.
 */
abstract sealed class Judge permits MeanJudge, AreaJudge {

    /** The judge that agrees with {@code metric}. */
    static Judge of(Metric metric, Target truth) {
        return metric == Metric.ROC_AUC ? new AreaJudge(truth) : new MeanJudge(metric, truth);
    }

    /** Number of rows. */
    abstract int rows();

    /** Those numbers of {@code predictions} that count: as many for each row, row-major. */
    abstract float[] relevant(Predictions predictions);

    /**
     * The metric's loss of {@code scale · (sum + added)}, both as {@link #relevant} gives them.
     *
     * @param counts how often each row counts
     * @return lower is better; NaN where the metric is not defined
     */
    abstract double loss(float[] sum, float[] added, double scale, int[] counts);

    /**
     * What each row contributes to the error of the loss: mean 0, and their variance divided by the number of rows is the
     * variance of the loss (Hampel's influence function at the sample).
     */
    abstract double[] influences(float[] predictions);

    /** The metric's loss of {@code predictions}. */
    double loss(float[] predictions, int[] counts) {
        return loss(predictions, new float[predictions.length], 1, counts);
    }

    /** Every row, once. */
    int[] once() {
        int[] counts = new int[rows()];
        java.util.Arrays.fill(counts, 1);
        return counts;
    }
}
