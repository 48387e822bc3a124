package io.thresher.model.xgboost;

import io.thresher.data.Target;

/** Targets as XGBoost is shown them, one float32 a row. */
final class Labels {

    /** From a number or an index of a class. */
    @FunctionalInterface
    interface Label {
        float of(double value);
    }

    private Labels() {}

    static float[] of(Target target, Label label) {
        float[] labels = new float[target.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = label.of(target.value(row));
        }
        return labels;
    }
}
