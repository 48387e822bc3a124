package io.thresher.ensemble;

import io.thresher.algebra.Cholesky;
import io.thresher.data.Target;
import io.thresher.metric.Predictions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns a {@link Stack}: penalised multinomial regression for classes, by Newton's method, and ridge regression for
 * numbers. What is penalised is the way from the plain average: how much surer it is made, and how much of each member's
 * deviation from it is added, all in standard deviations. So few rows change little. Deviations are those of
 * probabilities, not of their logarithms: a delivered model averages its folds' members, which moves the logarithms of
 * small probabilities far from what they were out of fold.
 */
final class StackFit {
    private static final int MOST_STEPS = 30;
    private static final double CONVERGED = 1e-6;
    private static final double NOTHING = 1e-9;
    /** Digits that are kept: they are plenty, and say the same on every machine. */
    private static final MathContext DIGITS = new MathContext(6);

    private final boolean classes;
    private final int rows;
    private final int width;
    private final double[] truth;
    private final double[] weights;
    /** What the average says: logarithms or numbers, rows × width. */
    private final double[] base;
    /** The base first, then what each member deviates, in standard deviations; rows × width each. */
    private final double[][] features;

    private final double[] deviations;
    private final double center;

    /**
     * @param members out-of-fold predictions of each
     * @param weights of each in the average; they sum to 1
     */
    StackFit(List<Predictions> members, List<Double> weights, Target truth) {
        this.rows = truth.rows();
        this.width = members.get(0).width();
        this.classes = width > 1;
        this.truth = truth.values();
        this.weights = weights.stream().mapToDouble(weight -> weight).toArray();
        double[] average = new double[rows * width];
        for (int member = 0; member < this.weights.length; member++) {
            for (int i = 0; i < average.length; i++) {
                average[i] += this.weights[member] * value(members, member, i);
            }
        }
        this.base = classes ? Arrays.stream(average).map(Stack::logarithm).toArray() : average;
        this.center = classes ? 0 : Arrays.stream(average).average().orElse(0);
        this.features = new double[members.size() + 1][];
        this.deviations = new double[features.length];
        for (int feature = 0; feature < features.length; feature++) {
            double[] values = new double[average.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = feature == 0 ? base[i] - center : value(members, feature - 1, i) - average[i];
            }
            deviations[feature] = deviation(values);
            for (int i = 0; i < values.length; i++) {
                values[i] = deviations[feature] > NOTHING ? values[i] / deviations[feature] : 0;
            }
            features[feature] = values;
        }
    }

    private double value(List<Predictions> members, int member, int i) {
        return members.get(member).value(i / width, i % width);
    }

    /** Root of the mean square, of classes around the mean of their row. */
    private double deviation(double[] values) {
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double mean = 0;
            for (int output = 0; classes && output < width; output++) {
                mean += values[row * width + output] / width;
            }
            for (int output = 0; output < width; output++) {
                squares += (values[row * width + output] - mean) * (values[row * width + output] - mean);
            }
        }
        return Math.sqrt(squares / values.length);
    }

    /** The layer, at a penalty of so many rows. */
    Stack fit(double penalty) {
        return stack(found(penalty));
    }

    private double[] found(double penalty) {
        double[] found = new double[features.length + width];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = new double[found.length];
            double[][] curvature = new double[found.length][found.length];
            for (int i = 0; i < found.length; i++) {
                boolean free = !classes && i == features.length;
                slope[i] = free ? 0 : penalty * found[i];
                curvature[i][i] = free ? NOTHING : penalty;
            }
            differentiate(found, slope, curvature);
            Cholesky.factor(curvature);
            double[] change = Cholesky.solve(curvature, slope);
            double most = 0;
            for (int i = 0; i < found.length; i++) {
                found[i] -= change[i];
                most = Math.max(most, Math.abs(change[i]));
            }
            if (!classes || most < CONVERGED) {
                break;
            }
        }
        return found;
    }

    /** Adds first and second derivatives of half the squared error in variances of the average, or of the log loss. */
    private void differentiate(double[] at, double[] slope, double[][] curvature) {
        double[] logits = new double[width];
        double[][] x = new double[at.length][width];
        double[] expected = new double[at.length];
        double unit = classes ? 1 : 1 / Math.max(NOTHING, deviations[0] * deviations[0]);
        double root = Math.sqrt(unit);
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < width; output++) {
                int place = row * width + output;
                logits[output] = base[place];
                for (int i = 0; i < at.length; i++) {
                    x[i][output] = i < features.length ? features[i][place] : i - features.length == output ? 1 : 0;
                    logits[output] += at[i] * x[i][output] / (classes ? 1 : root);
                }
            }
            double[] error = logits.clone();
            if (classes) {
                Stack.toProbabilities(error);
                System.arraycopy(error, 0, logits, 0, width);
                error[(int) truth[row]] -= 1;
            } else {
                error[0] = root * (error[0] - truth[row]);
            }
            for (int i = 0; i < at.length; i++) {
                expected[i] = 0;
                for (int output = 0; output < width; output++) {
                    slope[i] += x[i][output] * error[output];
                    expected[i] += classes ? logits[output] * x[i][output] : 0;
                }
            }
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = -expected[i] * expected[j];
                    for (int output = 0; output < width; output++) {
                        sum += (classes ? logits[output] : 1) * x[i][output] * x[j][output];
                    }
                    curvature[i][j] += sum;
                }
            }
        }
    }

    /** From standard deviations of deviations from the average to the members themselves. */
    private Stack stack(double[] found) {
        double unit = classes ? 1 : deviations[0];
        double[] plain = new double[features.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = deviations[i] > NOTHING ? found[i] * unit / deviations[i] : 0;
        }
        double sum = Arrays.stream(plain).skip(1).sum();
        return new Stack(
                rounded(1 + plain[0]),
                IntStream.range(0, weights.length)
                        .mapToObj(member -> rounded(plain[member + 1] - sum * weights[member]))
                        .toList(),
                IntStream.range(0, width)
                        .mapToObj(output -> rounded(found[features.length + output] * unit - plain[0] * center))
                        .toList());
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
