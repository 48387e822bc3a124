package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.data.Target;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** One logit a class (two for a binary target), softmax, log loss. */
final class ClassHead implements Head {
    private static final double LEAST_PROBABILITY = 1e-7;

    private final float[] logShares;
    private final int classes;

    private ClassHead(float[] logShares) {
        this.logShares = logShares;
        this.classes = logShares.length;
    }

    /** The head for the classes of {@code training}; a class without rows counts as seen once. */
    static ClassHead of(Target training) {
        int[] counts = new int[training.classes().size()];
        for (int row = 0; row < training.rows(); row++) {
            counts[(int) training.value(row)]++;
        }
        float[] logShares = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            logShares[i] = (float) Math.log((double) Math.max(1, counts[i]) / training.rows());
        }
        return new ClassHead(logShares);
    }

    @Override
    public float[] start() {
        return logShares.clone();
    }

    @Override
    public float[] aims(Target target) {
        float[] aims = new float[target.rows()];
        for (int row = 0; row < aims.length; row++) {
            aims[row] = (float) target.value(row);
        }
        return aims;
    }

    @Override
    public double loss(float[] outputs, float[] aims, float[] gradient) {
        int rows = outputs.length / classes;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += rowLoss(outputs, row * classes, (int) aims[row % aims.length], gradient, rows);
        }
        return sum / rows;
    }

    /** −log softmax(z)ₐ, with (softmax(z) − 1ₐ) / rows as gradient, a the aim. */
    private double rowLoss(float[] logits, int from, int aim, float[] gradient, int rows) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            highest = Math.max(highest, logits[from + i]);
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            double power = Math.exp(logits[from + i] - highest);
            gradient[from + i] = (float) power;
            sum += power;
        }
        for (int i = 0; i < classes; i++) {
            double probability = gradient[from + i] / sum;
            gradient[from + i] = (float) ((probability - (i == aim ? 1 : 0)) / rows);
        }
        return Math.log(sum) - (logits[from + aim] - highest);
    }

    @Override
    public double loss(float[] predictions, Target target) {
        double sum = 0;
        for (int row = 0; row < target.rows(); row++) {
            float probability = predictions[row * classes + (int) target.value(row)];
            sum -= Float.isNaN(probability) ? Double.NaN : Math.log(Math.max(LEAST_PROBABILITY, probability));
        }
        return sum / target.rows();
    }

    @Override
    public NDArray finish(NDArray outputs) {
        return outputs.softmax(-1);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor outputs) {
        return graph.apply("Softmax", Attributes.none().with("axis", -1L), outputs);
    }
}
