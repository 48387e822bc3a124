package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import java.util.Arrays;

/** Metrics that follow from the mean of a loss of each row. */
final class MeanJudge extends Judge {
    private static final double SMALLEST_PROBABILITY = 1e-15;
    /** Probabilities are multiplied before the logarithm is taken, so many that the product stays above 1e-300. */
    private static final int MULTIPLIED = 16;

    private final Metric metric;
    private final double[] truth;
    private final int width;
    private final double variance;

    MeanJudge(Metric metric, Target truth) {
        this.metric = metric;
        this.truth = truth.values();
        this.width = metric == Metric.ACCURACY ? truth.classes().size() : 1;
        this.variance = variance(this.truth);
    }

    @Override
    int rows() {
        return truth.length;
    }

    @Override
    float[] relevant(Predictions predictions) {
        if (metric != Metric.LOG_LOSS) {
            return predictions.values();
        }
        float[] values = new float[truth.length];
        for (int row = 0; row < values.length; row++) {
            double all = 0;
            for (int label = 0; label < predictions.width(); label++) {
                all += predictions.value(row, label);
            }
            values[row] = all > 0 ? (float) (predictions.value(row, (int) truth[row]) / all) : 0;
        }
        return values;
    }

    @Override
    double loss(float[] sum, float[] added, double scale, int[] counts) {
        long rows = 0;
        for (int count : counts) {
            rows += count;
        }
        double total = metric == Metric.LOG_LOSS
                ? logarithms(sum, added, scale, counts)
                : rowLosses(sum, added, scale, counts);
        return ofMean(total / rows);
    }

    @Override
    double[] influences(float[] predictions) {
        float[] nothing = new float[predictions.length];
        double[] losses = new double[truth.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = metric == Metric.LOG_LOSS
                    ? -Math.log(Math.max(SMALLEST_PROBABILITY, predictions[row]))
                    : rowLoss(predictions, nothing, 1, row);
        }
        double mean = Arrays.stream(losses).average().orElse(0);
        double slope = slope(mean);
        double center = Arrays.stream(truth).average().orElse(0);
        for (int row = 0; row < losses.length; row++) {
            double ofVariance = metric == Metric.R2 && variance > 0
                    ? mean / (variance * variance) * ((truth[row] - center) * (truth[row] - center) - variance)
                    : 0;
            losses[row] = slope * (losses[row] - mean) - ofVariance;
        }
        return losses;
    }

    /** The metric's loss that goes with a mean of row losses; it grows with it. */
    private double ofMean(double mean) {
        return switch (metric) {
            case RMSE -> Math.sqrt(mean);
            case R2 -> variance == 0 ? 0 : mean / variance - 1;
            case ACCURACY -> mean - 1;
            default -> mean;
        };
    }

    private double slope(double mean) {
        return switch (metric) {
            case RMSE -> mean == 0 ? 0 : 0.5 / Math.sqrt(mean);
            case R2 -> variance == 0 ? 0 : 1 / variance;
            default -> 1;
        };
    }

    private double logarithms(float[] sum, float[] added, double scale, int[] counts) {
        double total = 0;
        double product = 1;
        int multiplied = 0;
        for (int row = 0; row < counts.length; row++) {
            double probability = Math.max(SMALLEST_PROBABILITY, scale * (sum[row] + added[row]));
            for (int i = 0; i < counts[row]; i++) {
                product *= probability;
                if (++multiplied == MULTIPLIED) {
                    total -= Math.log(product);
                    product = 1;
                    multiplied = 0;
                }
            }
        }
        return total - Math.log(product);
    }

    private double rowLosses(float[] sum, float[] added, double scale, int[] counts) {
        double total = 0;
        for (int row = 0; row < counts.length; row++) {
            if (counts[row] > 0) {
                total += counts[row] * rowLoss(sum, added, scale, row);
            }
        }
        return total;
    }

    private double rowLoss(float[] sum, float[] added, double scale, int row) {
        if (metric == Metric.ACCURACY) {
            int best = 0;
            for (int label = 1; label < width; label++) {
                int at = row * width + label;
                int leader = row * width + best;
                best = sum[at] + added[at] > sum[leader] + added[leader] ? label : best;
            }
            return best == (int) truth[row] ? 0 : 1;
        }
        double error = truth[row] - scale * (sum[row] + added[row]);
        return metric == Metric.MAE ? Math.abs(error) : error * error;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }
}
