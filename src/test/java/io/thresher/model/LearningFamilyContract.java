package io.thresher.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model family that learns from its features keeps to. */
public interface LearningFamilyContract extends ModelFamilyContract {
    /** Most of the constant's loss that may remain on rows whose target follows the features closely. */
    double REMAINING = 0.6;

    @ParameterizedTest
    @EnumSource(Task.class)
    default void predicts_unseen_rows_much_better_than_a_constant(Task task) {
        GeneratedRows unseen = unseen(task);
        Metric metric = task.isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
        double[] truth = unseen.target().values();
        try (FittedModel model = fit(training(task), validation(task))) {
            double loss = metric.score(truth, model.predict(unseen.features()));
            assertThat(loss).isLessThan(REMAINING * metric.score(truth, constant(unseen.target())));
        }
    }

    /** The best predictions that are the same in every row. */
    private static Predictions constant(Target target) {
        int width = Math.max(1, target.classes().size());
        float[] values = new float[target.rows() * width];
        double[] means = new double[width];
        for (int row = 0; row < target.rows(); row++) {
            if (target.task().isClassification()) {
                means[(int) target.value(row)] += 1.0 / target.rows();
            } else {
                means[0] += target.value(row) / target.rows();
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) means[i % width];
        }
        return new Predictions(target.rows(), width, values);
    }
}
