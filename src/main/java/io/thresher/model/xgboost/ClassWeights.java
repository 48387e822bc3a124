package io.thresher.model.xgboost;

import io.thresher.data.Target;
import java.util.Arrays;

/**
 * What a row of each class counts in training. A model of weighted rows gives the odds of a class times its weight, so
 * whoever weighs divides by the weights again to get the probabilities of the rows as they are.
 */
final class ClassWeights {
    /** Of a class that no training row has. */
    static final double SMALLEST_SHARE = 1e-6;

    private final float[] ofClass;

    private ClassWeights(float[] ofClass) {
        this.ofClass = ofClass;
    }

    /** All rows count the same. */
    static ClassWeights equal(Target target) {
        float[] weights = new float[target.classes().size()];
        Arrays.fill(weights, 1);
        return new ClassWeights(weights);
    }

    /** All classes that there are count the same: rows of a class by the number of its rows. */
    static ClassWeights balanced(Target target) {
        int[] counts = new int[target.classes().size()];
        for (int row = 0; row < target.rows(); row++) {
            counts[(int) target.value(row)]++;
        }
        long present = Arrays.stream(counts).filter(count -> count > 0).count();
        float[] weights = new float[counts.length];
        for (int label = 0; label < weights.length; label++) {
            weights[label] = counts[label] == 0 ? 1 : (float) ((double) target.rows() / (present * counts[label]));
        }
        return new ClassWeights(weights);
    }

    float of(int label) {
        return ofClass[label];
    }

    int classes() {
        return ofClass.length;
    }

    /** Whether rows of all classes count the same. */
    boolean areEqual() {
        for (float weight : ofClass) {
            if (weight != ofClass[0]) {
                return false;
            }
        }
        return true;
    }

    /** One weight a row. */
    float[] ofRows(Target target) {
        float[] weights = new float[target.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = ofClass[(int) target.value(row)];
        }
        return weights;
    }

    /** The share of each class in the weighted rows, kept away from 0 and 1 so that log-odds are finite. */
    double[] shares(Target target) {
        double[] shares = new double[ofClass.length];
        double sum = 0;
        for (int row = 0; row < target.rows(); row++) {
            int label = (int) target.value(row);
            shares[label] += ofClass[label];
            sum += ofClass[label];
        }
        for (int label = 0; label < shares.length; label++) {
            shares[label] = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, shares[label] / sum));
        }
        return shares;
    }
}
