package io.thresher.model.factor;

import io.thresher.data.Target;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Arrays;

/** What the values of functions of a row say of its target, and what is wrong with them. */
sealed interface Response {

    /** The response that fits a target. */
    static Response of(Target target) {
        return target.task().isClassification()
                ? new Classes(target.classes().size())
                : new Amount(TargetScale.of(target));
    }

    /** Number of functions, and of predictions. */
    int outputs();

    /** The values that fit the target best where they are the same in every row. */
    double[] constant(Target target);

    /** Writes the derivative of a row's loss by each value over the value. */
    void differentiate(double[] values, double target);

    /** Writes the predictions of a row. */
    void predict(double[] values, float[] predictions, int from);

    /** Draws {@link #predict} of values, double, N × outputs, as float32. */
    Tensor draw(GraphBuilder graph, Tensor values);

    /** Probabilities by softmax; cross-entropy. */
    record Classes(int outputs) implements Response {

        @Override
        public double[] constant(Target target) {
            double[] shares = new double[outputs];
            Arrays.fill(shares, 0.5);
            for (int row = 0; row < target.rows(); row++) {
                shares[(int) target.value(row)]++;
            }
            Arrays.setAll(shares, label -> Math.log(shares[label] / target.rows()));
            return shares;
        }

        @Override
        public void differentiate(double[] values, double target) {
            softmax(values);
            values[(int) target]--;
        }

        @Override
        public void predict(double[] values, float[] predictions, int from) {
            softmax(values);
            for (int label = 0; label < outputs; label++) {
                predictions[from + label] = (float) values[label];
            }
        }

        @Override
        public Tensor draw(GraphBuilder graph, Tensor values) {
            return graph.narrow(graph.apply("Softmax", Attributes.none().with("axis", 1), values));
        }

        private static void softmax(double[] values) {
            double highest = Arrays.stream(values).max().orElse(0);
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.exp(values[i] - highest);
                sum += values[i];
            }
            for (int i = 0; i < values.length; i++) {
                values[i] /= sum;
            }
        }
    }

    /** The standardised number; half its squared error. */
    record Amount(TargetScale scale) implements Response {

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public double[] constant(Target target) {
            return new double[1];
        }

        @Override
        public void differentiate(double[] values, double target) {
            values[0] -= scale.standardised(target);
        }

        @Override
        public void predict(double[] values, float[] predictions, int from) {
            predictions[from] = scale.restored((float) values[0]);
        }

        @Override
        public Tensor draw(GraphBuilder graph, Tensor values) {
            return scale.drawRestored(graph, graph.narrow(values));
        }
    }
}
