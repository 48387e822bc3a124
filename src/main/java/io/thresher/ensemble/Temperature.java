package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Predictions;

/**
 * Temperature of probabilities (Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks, ICML 2017,
 * section 4.2): each is raised to the power 1/T and the row made to sum to one again. It makes probabilities as sure as
 * they are right and changes neither which class is the most probable nor, for two classes, the order of the rows.
 */
public final class Temperature {
    /** Probabilities as they are. */
    public static final double NEUTRAL = 1;

    private static final double SMALLEST_PROBABILITY = 1e-15;
    private static final double MOST = 3;
    private static final int STEPS = 24;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    /** A gain must be this many of its standard errors above nothing. */
    private static final double SURE = 2;

    private Temperature() {}

    /**
     * The temperature with the lowest log loss, from 1/3 to 3; neutral if it does not lower the log loss by more than
     * noise.
     */
    public static double fit(Predictions predictions, Target truth) {
        double low = -Math.log(MOST);
        double high = Math.log(MOST);
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (mean(losses(predictions, truth, Math.exp(left))) <= mean(losses(predictions, truth, Math.exp(right)))) {
                high = right;
            } else {
                low = left;
            }
        }
        // Three decimals are plenty, and say the same on every machine.
        double found = Math.round(1000 * Math.exp((low + high) / 2)) / 1000.0;
        return isSureGain(losses(predictions, truth, NEUTRAL), losses(predictions, truth, found)) ? found : NEUTRAL;
    }

    /** The probabilities at that temperature. */
    public static Predictions apply(Predictions predictions, double temperature) {
        if (temperature == NEUTRAL) {
            return predictions;
        }
        float[] values = new float[predictions.rows() * predictions.width()];
        for (int row = 0; row < predictions.rows(); row++) {
            double[] powers = powers(predictions, row, temperature);
            for (int label = 0; label < powers.length; label++) {
                values[row * powers.length + label] = (float) powers[label];
            }
        }
        return new Predictions(predictions.rows(), predictions.width(), values);
    }

    private static double[] losses(Predictions predictions, Target truth, double temperature) {
        double[] losses = new double[truth.rows()];
        for (int row = 0; row < losses.length; row++) {
            double[] powers = powers(predictions, row, temperature);
            losses[row] = -Math.log(Math.max(SMALLEST_PROBABILITY, powers[(int) truth.value(row)]));
        }
        return losses;
    }

    private static double[] powers(Predictions predictions, int row, double temperature) {
        double[] powers = new double[predictions.width()];
        double sum = 0;
        for (int label = 0; label < powers.length; label++) {
            double probability = Math.max(SMALLEST_PROBABILITY, predictions.value(row, label));
            powers[label] = temperature == NEUTRAL ? probability : Math.pow(probability, 1 / temperature);
            sum += powers[label];
        }
        for (int label = 0; label < powers.length; label++) {
            powers[label] /= sum;
        }
        return powers;
    }

    private static boolean isSureGain(double[] before, double[] after) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < before.length; row++) {
            double gain = before[row] - after[row];
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / before.length;
        double variance = Math.max(0, squares / before.length - mean * mean);
        return mean > SURE * Math.sqrt(variance / before.length);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
