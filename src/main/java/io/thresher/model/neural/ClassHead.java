package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.data.Target;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Arrays;

/**
 * One logit a class (two for a binary target), softmax, log loss. While training, a share ε of each aim may be spread
 * evenly over all classes (label smoothing: Szegedy and others, Rethinking the Inception Architecture, 2016, section 7).
 */
final class ClassHead implements Head {
    private static final double LEAST_PROBABILITY = 1e-7;

    private final float[] logShares;
    private final int classes;

    private final double smoothing;

    private ClassHead(float[] logShares, double smoothing) {
        this.logShares = logShares;
        this.smoothing = smoothing;
        this.classes = logShares.length;
    }

    /**
     * The head for the classes of {@code training}; a class without rows counts as seen once.
     *
     * @param smoothing ε, from 0 to 1
     */
    static ClassHead of(Target training, double smoothing) {
        int[] counts = new int[training.classes().size()];
        for (int row = 0; row < training.rows(); row++) {
            counts[(int) training.value(row)]++;
        }
        float[] logShares = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            logShares[i] = (float) Math.log((double) Math.max(1, counts[i]) / training.rows());
        }
        return new ClassHead(logShares, smoothing);
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
    public double loss(float[] outputs, Aims aims, float[] gradient) {
        int rows = outputs.length / classes;
        double[] shares = new double[classes];
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            shares(aims, row % aims.rows(), shares);
            sum += rowLoss(outputs, row * classes, shares, gradient, rows);
        }
        return sum / rows;
    }

    private void shares(Aims aims, int row, double[] into) {
        Arrays.fill(into, smoothing / classes);
        into[(int) aims.first(row)] += (1 - smoothing) * aims.share();
        into[(int) aims.second(row)] += (1 - smoothing) * (1 - aims.share());
    }

    /** −Σ qᵢ·log softmax(z)ᵢ, with (softmax(z) − q) / rows as gradient, q the aimed shares. */
    private double rowLoss(float[] logits, int from, double[] shares, float[] gradient, int rows) {
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
        double loss = Math.log(sum);
        for (int i = 0; i < classes; i++) {
            loss -= shares[i] * (logits[from + i] - highest);
            gradient[from + i] = (float) ((gradient[from + i] / sum - shares[i]) / rows);
        }
        return loss;
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
