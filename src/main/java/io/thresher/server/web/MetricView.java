package io.thresher.server.web;

import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.trial.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A metric on offer.
 *
 * @param word as REST knows it
 * @param words as people read it
 * @param tasks words of the tasks it can judge, with spaces between
 * @param firstChoiceOf word of the task whose objective it is when nobody names one, or empty
 */
record MetricView(String word, String words, String tasks, String firstChoiceOf) {

    static List<MetricView> all() {
        return Arrays.stream(Metric.values()).map(MetricView::of).toList();
    }

    static String words(Metric metric) {
        return switch (metric) {
            case ROC_AUC -> "ROC AUC";
            case LOG_LOSS -> "log loss";
            case ACCURACY -> "accuracy";
            case RMSE -> "RMSE";
            case MAE -> "MAE";
            case R2 -> "R²";
        };
    }

    private static MetricView of(Metric metric) {
        String tasks = Arrays.stream(Task.values())
                .filter(task -> Objective.fitting(task).contains(metric))
                .map(Task::word)
                .collect(Collectors.joining(" "));
        String first = Arrays.stream(Task.values())
                .filter(task -> Objective.of(task).metric() == metric)
                .map(Task::word)
                .collect(Collectors.joining(" "));
        return new MetricView(metric.word(), words(metric), tasks, first);
    }
}
