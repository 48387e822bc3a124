package io.thresher.trial;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import java.util.stream.IntStream;

/** Predictions of rows by members that did not train on them, averaged where there are several. */
final class OutOfFold {
    private final Target target;
    private final int width;
    private final double[] sums;
    private final int[] counts;

    OutOfFold(Target target) {
        this.target = target;
        this.width = Math.max(1, target.classes().size());
        this.sums = new double[target.rows() * width];
        this.counts = new int[target.rows()];
    }

    /** Adds what a member predicts for the rows it did not train on. */
    void add(int[] rows, Predictions predictions) {
        for (int i = 0; i < rows.length; i++) {
            counts[rows[i]]++;
            for (int output = 0; output < width; output++) {
                sums[rows[i] * width + output] += predictions.value(i, output);
            }
        }
    }

    /** A prediction for every row; NaN for a row that every member trained on. */
    Predictions all() {
        float[] values = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
            int count = counts[i / width];
            values[i] = count == 0 ? Float.NaN : (float) (sums[i] / count);
        }
        return new Predictions(counts.length, width, values);
    }

    /** The metric over the rows that have a prediction. */
    double score(Metric metric) {
        int[] judged =
                IntStream.range(0, counts.length).filter(row -> counts[row] > 0).toArray();
        return metric.score(target.take(judged).values(), all().take(judged));
    }
}
