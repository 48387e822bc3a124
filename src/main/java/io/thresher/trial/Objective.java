package io.thresher.trial;

import io.thresher.data.Task;
import io.thresher.metric.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * What a search job optimises.
 *
 * @param task what is predicted
 * @param metric how well, in the metric's own direction
 * @param limits what a model that is delivered may cost
 */
public record Objective(Task task, Metric metric, Limits limits) {

    /** An objective without limits. */
    public Objective(Task task, Metric metric) {
        this(task, metric, Limits.NONE);
    }

    public Objective {
        if (!fitting(task).contains(metric)) {
            throw new IllegalArgumentException("metric %s does not judge a %s task; %s do"
                    .formatted(
                            metric.word(),
                            task.word(),
                            fitting(task).stream().map(Metric::word).toList()));
        }
    }

    /** The objective of a task when nobody names a metric. */
    public static Objective of(Task task) {
        return switch (task) {
            case BINARY -> new Objective(task, Metric.ROC_AUC);
            case MULTICLASS -> new Objective(task, Metric.LOG_LOSS);
            case REGRESSION -> new Objective(task, Metric.RMSE);
        };
    }

    /** The same objective within limits. */
    public Objective within(Limits other) {
        return new Objective(task, metric, other);
    }

    /** The metrics that can judge {@code task}. */
    public static List<Metric> fitting(Task task) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.judgesClasses() == task.isClassification())
                .filter(metric -> metric != Metric.ROC_AUC || task == Task.BINARY)
                .toList();
    }
}
