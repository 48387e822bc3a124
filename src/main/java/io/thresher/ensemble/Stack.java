package io.thresher.ensemble;

import io.thresher.metric.Predictions;
import java.util.List;

/**
 * A second layer over the members of an ensemble (Wolpert, Stacked generalization, 1992). With e the weighted average of
 * the members' predictions p: numbers become scale · e + Σ coefficient · p + offset; probabilities become the softmax of
 * scale · log e + Σ coefficient · p + offset, class by class. Scale 1 and nothing else leaves the average as it is.
 *
 * @param coefficients one a member
 * @param offsets one a class, or one for numbers
 */
public record Stack(double scale, List<Double> coefficients, List<Double> offsets) {
    /** Probabilities below are taken for it: it is the logarithm's, and further down lies chance. */
    public static final float SMALLEST_PROBABILITY = 1e-6f;

    public Stack {
        coefficients = List.copyOf(coefficients);
        offsets = List.copyOf(offsets);
    }

    /**
     * What it makes of predictions for the same rows.
     *
     * @param members predictions of each member
     * @param weights of each member in the average
     */
    public Predictions apply(List<Predictions> members, List<Double> weights) {
        Predictions first = members.get(0);
        int width = first.width();
        float[] values = new float[first.rows() * width];
        double[] made = new double[width];
        for (int row = 0; row < first.rows(); row++) {
            for (int output = 0; output < width; output++) {
                double average = 0;
                double corrections = offsets.get(output);
                for (int member = 0; member < members.size(); member++) {
                    double value = members.get(member).value(row, output);
                    average += weights.get(member) * value;
                    corrections += coefficients.get(member) * value;
                }
                made[output] = scale * (width == 1 ? average : logarithm(average)) + corrections;
            }
            if (width > 1) {
                toProbabilities(made);
            }
            for (int output = 0; output < width; output++) {
                values[row * width + output] = (float) made[output];
            }
        }
        return new Predictions(first.rows(), width, values);
    }

    static double logarithm(double probability) {
        return Math.log(Math.max(SMALLEST_PROBABILITY, probability));
    }

    /** Softmax, in place. */
    static void toProbabilities(double[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.exp(logits[i] - most);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
    }
}
