package io.thresher.model.tribuo;

/** The range of the sample that has reached one node, and what its outputs add up to. */
final class NodeRows {
    private final int from;
    private final int to;
    private final double[] sums;
    private final double weight;
    private final double squares;

    NodeRows(SampledRows sample, int from, int to) {
        this.from = from;
        this.to = to;
        this.sums = new double[sample.outputs().width()];
        double weightSum = 0;
        double squareSum = 0;
        for (int position = from; position < to; position++) {
            int row = sample.row(position);
            double rowWeight = sample.weight(row);
            double value = sample.outputs().value(row);
            weightSum += rowWeight;
            sums[sample.outputs().channel(row)] += rowWeight * value;
            squareSum += rowWeight * value * value;
        }
        this.weight = weightSum;
        this.squares = squareSum;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Number of draws. */
    double weight() {
        return weight;
    }

    /** Sum of one output. */
    double sum(int output) {
        return sums[output];
    }

    /** Mean of each output. */
    double[] means() {
        double[] means = new double[sums.length];
        for (int output = 0; output < means.length; output++) {
            means[output] = sums[output] / weight;
        }
        return means;
    }

    /** Σ S² / W, see {@link SplitSearch}. */
    double score() {
        double score = 0;
        for (double sum : sums) {
            score += sum * sum;
        }
        return score / weight;
    }

    /** Squared error a draw that remains if each output is predicted by its mean. */
    double error() {
        return Math.max(0, (squares - score()) / weight);
    }
}
