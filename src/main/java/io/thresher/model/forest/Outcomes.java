package io.thresher.model.forest;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.TargetScale;

/** What trees learn: the class of each row, or its standardised number. */
final class Outcomes {
    private final Task task;
    private final int classes;
    private final int[] labels;
    private final float[] numbers;

    private Outcomes(Task task, int classes, int[] labels, float[] numbers) {
        this.task = task;
        this.classes = classes;
        this.labels = labels;
        this.numbers = numbers;
    }

    /** The outcomes of {@code target}, which {@code scale} standardises where it is numeric. */
    static Outcomes of(Target target, TargetScale scale) {
        int rows = target.rows();
        boolean classes = target.task().isClassification();
        int[] labels = new int[classes ? rows : 0];
        float[] numbers = new float[classes ? 0 : rows];
        for (int row = 0; row < rows; row++) {
            if (classes) {
                labels[row] = (int) target.value(row);
            } else {
                numbers[row] = scale.standardised(target.value(row));
            }
        }
        return new Outcomes(target.task(), target.classes().size(), labels, numbers);
    }

    Task task() {
        return task;
    }

    /** Number of classes; 0 where numbers are predicted. */
    int classes() {
        return classes;
    }

    int label(int row) {
        return labels[row];
    }

    float number(int row) {
        return numbers[row];
    }

    /** How many values a leaf holds: a share for each class, of two classes only the second's, or one mean. */
    int leafWidth() {
        return task == Task.MULTICLASS ? classes : 1;
    }

    /** What a tree of one leaf would hold: the shares of the classes, or the mean. */
    float[] overall() {
        double[] sums = new double[leafWidth()];
        int rows = labels.length + numbers.length;
        for (int row = 0; row < rows; row++) {
            switch (task) {
                case REGRESSION -> sums[0] += numbers[row];
                case BINARY -> sums[0] += labels[row];
                case MULTICLASS -> sums[labels[row]]++;
            }
        }
        float[] overall = new float[sums.length];
        for (int output = 0; output < overall.length; output++) {
            overall[output] = (float) (sums[output] / rows);
        }
        return overall;
    }
}
