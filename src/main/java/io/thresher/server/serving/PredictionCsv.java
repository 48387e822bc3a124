package io.thresher.server.serving;

import io.thresher.metric.Predictions;
import io.thresher.server.serving.Predictors.Answer;
import java.util.List;
import java.util.stream.Collectors;

/** Predictions as CSV: a header of class labels, or {@code prediction}, and one row per input row. */
final class PredictionCsv {
    private PredictionCsv() {}

    static String of(Answer answer) {
        Predictions predictions = answer.predictions();
        List<String> header = answer.classes().isEmpty() ? List.of("prediction") : answer.classes();
        StringBuilder csv = new StringBuilder(
                        header.stream().map(PredictionCsv::quoted).collect(Collectors.joining(",")))
                .append('\n');
        for (int row = 0; row < predictions.rows(); row++) {
            for (int output = 0; output < predictions.width(); output++) {
                csv.append(output == 0 ? "" : ",").append(predictions.value(row, output));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String label) {
        boolean plain =
                label.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? label : '"' + label.replace("\"", "\"\"") + '"';
    }
}
