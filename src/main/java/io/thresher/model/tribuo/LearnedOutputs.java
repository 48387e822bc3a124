package io.thresher.model.tribuo;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.TargetScale;

/**
 * The target as one or more numbers a row that a tree averages in its leaves: the standardised number; whether the row
 * is of the second of two classes; or, for more classes, one 0/1 number each. The squared error of these numbers is the
 * Gini impurity of the classes (for two classes half of it), so one kind of tree learns all three.
 */
final class LearnedOutputs {
    private final int width;
    private final int[] channels;
    private final float[] values;

    private LearnedOutputs(int width, int[] channels, float[] values) {
        this.width = width;
        this.channels = channels;
        this.values = values;
    }

    /** The numbers of {@code target}, which {@code scale} standardises where it is numeric. */
    static LearnedOutputs of(Target target, TargetScale scale) {
        int[] channels = new int[target.rows()];
        float[] values = new float[target.rows()];
        for (int row = 0; row < values.length; row++) {
            double value = target.value(row);
            if (target.task() == Task.MULTICLASS) {
                channels[row] = (int) value;
                values[row] = 1;
            } else {
                values[row] = target.task() == Task.REGRESSION ? scale.standardised(value) : (float) value;
            }
        }
        int width = target.task() == Task.MULTICLASS ? target.classes().size() : 1;
        return new LearnedOutputs(width, channels, values);
    }

    /** How many numbers a row has. */
    int width() {
        return width;
    }

    int rows() {
        return values.length;
    }

    /** Which number of a row may differ from 0. */
    int channel(int row) {
        return channels[row];
    }

    /** What that number is. */
    float value(int row) {
        return values[row];
    }

    /** Mean of each number over all rows. */
    float[] means() {
        double[] sums = new double[width];
        for (int row = 0; row < values.length; row++) {
            sums[channels[row]] += values[row];
        }
        float[] means = new float[width];
        for (int output = 0; output < width; output++) {
            means[output] = (float) (sums[output] / values.length);
        }
        return means;
    }
}
