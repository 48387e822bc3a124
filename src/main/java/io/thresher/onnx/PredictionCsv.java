package io.thresher.onnx;

import io.thresher.metric.Predictions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Predictions as CSV: a header of class labels, or {@code prediction}, and one row per input row. */
public final class PredictionCsv {
    private PredictionCsv() {}

    /**
     * The whole of it.
     *
     * @param classes labels in the order of the predictions; empty for regression
     */
    public static String of(List<String> classes, Predictions predictions) {
        StringBuilder csv = new StringBuilder();
        try {
            writeHeader(classes, csv);
            writeRows(predictions, csv);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes any text", e);
        }
        return csv.toString();
    }

    /**
     * Writes the header to {@code out}.
     *
     * @param classes labels in the order of the predictions; empty for regression
     */
    static void writeHeader(List<String> classes, Appendable out) throws IOException {
        List<String> header = classes.isEmpty() ? List.of("prediction") : classes;
        out.append(header.stream().map(PredictionCsv::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    /** Writes a line for every row to {@code out}. */
    static void writeRows(Predictions predictions, Appendable out) throws IOException {
        for (int row = 0; row < predictions.rows(); row++) {
            for (int output = 0; output < predictions.width(); output++) {
                out.append(output == 0 ? "" : ",").append(Float.toString(predictions.value(row, output)));
            }
            out.append('\n');
        }
    }

    private static String quoted(String label) {
        boolean plain =
                label.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? label : '"' + label.replace("\"", "\"\"") + '"';
    }
}
