package io.thresher.model.similarity;

import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import java.util.Arrays;

/**
 * How much each feature alone tells of the target: the correlation ratio η² (Fisher, Statistical methods for research
 * workers, 1925) between bins of the feature and the target, corrected for what chance alone explains. Distances in which
 * every feature counts the same drown in features that mean nothing.
 */
final class Relevance {
    /** Bins of about as many rows each. */
    private static final int BINS = 10;
    /** Features that tell nothing alone still count a little: they may tell something together. */
    private static final double LEAST = 0.02;

    private Relevance() {}

    /**
     * A weight a column, the largest 1.
     *
     * @param strength power of η that is the weight; 0 weighs all columns alike
     */
    static float[] weights(FeatureMatrix features, Target target, double strength) {
        float[] weights = new float[features.columns()];
        Arrays.fill(weights, 1);
        if (strength == 0) {
            return weights;
        }
        double[] ratios = new double[weights.length];
        double largest = 0;
        double[][] outputs = outputs(target);
        for (int column = 0; column < weights.length; column++) {
            ratios[column] = Math.max(LEAST * LEAST, ratio(bins(features, column), outputs));
            largest = Math.max(largest, ratios[column]);
        }
        for (int column = 0; column < weights.length; column++) {
            weights[column] = (float) Math.pow(ratios[column] / largest, strength / 2);
        }
        return weights;
    }

    /** Outputs × rows: the number, or 1 for the class and 0 for all others. */
    private static double[][] outputs(Target target) {
        if (!target.task().isClassification()) {
            return new double[][] {target.values()};
        }
        double[][] outputs = new double[target.classes().size()][target.rows()];
        for (int row = 0; row < target.rows(); row++) {
            outputs[(int) target.value(row)][row] = 1;
        }
        return outputs;
    }

    private static int[] bins(FeatureMatrix features, int column) {
        float[] sorted = new float[features.rows()];
        for (int row = 0; row < sorted.length; row++) {
            sorted[row] = features.value(row, column);
        }
        Arrays.sort(sorted);
        float[] edges = new float[BINS - 1];
        for (int edge = 0; edge < edges.length; edge++) {
            edges[edge] = sorted[(int) ((long) (edge + 1) * (sorted.length - 1) / BINS)];
        }
        int[] bins = new int[sorted.length];
        for (int row = 0; row < bins.length; row++) {
            float value = features.value(row, column);
            for (float edge : edges) {
                bins[row] += value > edge ? 1 : 0;
            }
        }
        return bins;
    }

    private static double ratio(int[] bins, double[][] outputs) {
        int rows = bins.length;
        int[] counts = new int[BINS];
        for (int bin : bins) {
            counts[bin]++;
        }
        double between = 0;
        double total = 0;
        for (double[] output : outputs) {
            double mean = Arrays.stream(output).sum() / rows;
            double[] sums = new double[BINS];
            for (int row = 0; row < rows; row++) {
                double deviation = output[row] - mean;
                sums[bins[row]] += deviation;
                total += deviation * deviation;
            }
            for (int bin = 0; bin < BINS; bin++) {
                between += counts[bin] == 0 ? 0 : sums[bin] * sums[bin] / counts[bin];
            }
        }
        long used = Arrays.stream(counts).filter(count -> count > 0).count();
        if (total <= 0 || rows <= used) {
            return 0;
        }
        return 1 - (1 - between / total) * (rows - 1) / (rows - used);
    }
}
