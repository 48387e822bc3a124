package io.thresher.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Area under the ROC curve as the Mann–Whitney statistic with mid-ranks for ties (Hanley and McNeil, The meaning and
 * use of the area under a receiver operating characteristic curve, 1982).
 */
final class RocAuc {

    private RocAuc() {}

    /** The area for the probability of class 1; NaN if only one class occurs in {@code truth}. */
    static double of(double[] truth, Predictions predictions) {
        int[] order = IntStream.range(0, truth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> predictions.value(row, 1)))
                .mapToInt(Integer::intValue)
                .toArray();
        double positiveRanks = 0;
        double positives = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            int tiedPositives = 0;
            while (to < order.length && predictions.value(order[to], 1) == predictions.value(order[from], 1)) {
                tiedPositives += truth[order[to]] > 0 ? 1 : 0;
                to++;
            }
            positiveRanks += tiedPositives * (from + 1 + to) / 2.0;
            positives += tiedPositives;
            from = to;
        }
        double negatives = truth.length - positives;
        if (positives == 0 || negatives == 0) {
            return Double.NaN;
        }
        return (positiveRanks - positives * (positives + 1) / 2) / (positives * negatives);
    }
}
