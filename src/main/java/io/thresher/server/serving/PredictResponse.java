package io.thresher.server.serving;

import io.thresher.metric.Predictions;
import io.thresher.server.serving.Predictors.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Predictions, one a row.
 *
 * @param predictions class label to probability, or a number
 */
public record PredictResponse(List<Object> predictions) {

    static PredictResponse of(Answer answer) {
        Predictions predictions = answer.predictions();
        List<Object> rows = new ArrayList<>();
        for (int row = 0; row < predictions.rows(); row++) {
            if (answer.classes().isEmpty()) {
                rows.add(predictions.value(row, 0));
            } else {
                Map<String, Float> probabilities = new LinkedHashMap<>();
                for (int output = 0; output < predictions.width(); output++) {
                    probabilities.put(answer.classes().get(output), predictions.value(row, output));
                }
                rows.add(probabilities);
            }
        }
        return new PredictResponse(rows);
    }
}
