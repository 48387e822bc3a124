package io.thresher.model.factor;

import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Stochastic gradients, a row at a time, with AdaGrad (Duchi, Hazan and Singer: Adaptive subgradient methods, JMLR 12, 2011):
 * a weight whose gradients have been large takes small steps, one of a rare feature large ones. What comes out is an average of
 * the weights after the last epochs (Polyak and Juditsky: Acceleration of stochastic approximation by averaging, 1992), which
 * jumps less from epoch to epoch: the best of many epochs then is less of a lucky one.
 */
final class FactorTraining {
    /** Deviation of the first factors: without any, no product ever gets a weight. */
    private static final double START = 0.05;
    /** Added to the root of the sum of squared gradients. */
    private static final double CALM = 0.1;
    /** Share of the newest epoch's weights in the average, once there are as many epochs as make it smaller than a mean's. */
    private static final double NEWEST = 0.4;

    private final FeatureMatrix features;
    private final Target target;
    private final Response response;
    private final int outputs;
    private final int factors;
    private final double rate;
    private final double shrinkage;
    private final SplittableRandom random;
    private final Learned biases;
    private final Learned linear;
    private final Learned products;
    private final int[] order;
    private int epochs;

    /** Weights, the sum of the squared gradients of each, and their average over the last epochs. */
    private static final class Learned {
        private final double[] values;
        private final double[] squares;
        private final double[] averages;

        Learned(double[] start) {
            values = start;
            squares = new double[start.length];
            averages = start.clone();
        }

        /** Moves the averages by {@code share} of the way to the values. */
        void average(double share) {
            for (int i = 0; i < values.length; i++) {
                averages[i] += share * (values[i] - averages[i]);
            }
        }

        void step(int at, double gradient, double rate) {
            squares[at] += gradient * gradient;
            values[at] -= rate * gradient / (CALM + Math.sqrt(squares[at]));
        }

        float[] rounded() {
            float[] rounded = new float[averages.length];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = (float) averages[i];
            }
            return rounded;
        }
    }

    /**
     * @param factors numbers of each feature and output
     * @param rate size of the first steps
     * @param shrinkage weight of the squares of all weights in each row's loss
     */
    FactorTraining(
            FeatureMatrix features,
            Target target,
            Response response,
            int factors,
            double rate,
            double shrinkage,
            Seed seed) {
        this.features = features;
        this.target = target;
        this.response = response;
        this.outputs = response.outputs();
        this.factors = factors;
        this.rate = rate;
        this.shrinkage = shrinkage;
        random = seed.fork("factors").random();
        biases = new Learned(response.constant(target));
        linear = new Learned(new double[features.columns() * outputs]);
        products = new Learned(new double[features.columns() * outputs * factors]);
        Arrays.setAll(products.values, i -> START * random.nextGaussian());
        order = new int[features.rows()];
        Arrays.setAll(order, row -> row);
    }

    /** The average weights of the last epochs. */
    FactorWeights weights() {
        return new FactorWeights(outputs, factors, biases.rounded(), linear.rounded(), products.rounded());
    }

    /** Learns from every row once, in an order of chance. */
    void epoch() {
        double[] values = new double[outputs];
        double[] sums = new double[outputs * factors];
        for (int last = order.length - 1; last >= 0; last--) {
            int other = random.nextInt(last + 1);
            int row = order[other];
            order[other] = order[last];
            order[last] = row;
            evaluate(row, values, sums);
            response.differentiate(values, target.value(row));
            descend(row, values, sums);
        }
        double share = Math.max(NEWEST, 1.0 / ++epochs);
        biases.average(share);
        linear.average(share);
        products.average(share);
    }

    /** Writes the value of each function, and the sum of each factor over the features. */
    private void evaluate(int row, double[] values, double[] sums) {
        System.arraycopy(biases.values, 0, values, 0, outputs);
        Arrays.fill(sums, 0);
        features.forEach(row, (column, value) -> {
            for (int output = 0; output < outputs; output++) {
                values[output] += value * linear.values[column * outputs + output];
            }
            int from = column * sums.length;
            for (int i = 0; i < sums.length; i++) {
                double product = value * products.values[from + i];
                sums[i] += product;
                values[i / factors] -= product * product / 2;
            }
        });
        for (int i = 0; i < sums.length; i++) {
            values[i / factors] += sums[i] * sums[i] / 2;
        }
    }

    /** One step against the gradient of a row's loss, whose derivatives by the functions' values are given. */
    private void descend(int row, double[] derivatives, double[] sums) {
        for (int output = 0; output < outputs; output++) {
            biases.step(output, derivatives[output], rate);
        }
        features.forEach(row, (column, value) -> {
            for (int output = 0; output < outputs; output++) {
                int at = column * outputs + output;
                linear.step(at, derivatives[output] * value + shrinkage * linear.values[at], rate);
            }
            int from = column * sums.length;
            for (int i = 0; i < sums.length; i++) {
                double vector = products.values[from + i];
                double slope = value * (sums[i] - vector * value);
                products.step(from + i, derivatives[i / factors] * slope + shrinkage * vector, rate);
            }
        });
    }
}
