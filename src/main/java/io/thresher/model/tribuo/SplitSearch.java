package io.thresher.model.tribuo;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Finds the split of a node that lowers the squared error of its outputs most, by one histogram a feature. With W the
 * weight of the rows on a side and S<sub>k</sub> their sum of output k, the error falls by as much as
 * Σ<sub>k</sub> S<sub>k</sub>² / W, added over both sides, exceeds that of the node (Breiman and others: Classification
 * and Regression Trees, 1984, §8.4; for classes the same as the Gini criterion, §4.3).
 */
final class SplitSearch {
    /** A gain below this share of the node's own term is rounding. */
    private static final double SMALLEST_GAIN = 1e-10;

    private final BinnedFeatures features;
    private final SampledRows sample;
    private final int minLeaf;
    private final int width;
    private final double[] sums;
    private final double[] weights;
    private final double[] leftSums;
    private int lowest;
    private int highest;

    /** A split: rows whose range of {@code feature} is at most {@code bin} go left. */
    record Split(int feature, int bin, double score) {}

    /** Both sides of a split will hold at least {@code minLeaf} draws. */
    SplitSearch(BinnedFeatures features, SampledRows sample, int minLeaf) {
        this.features = features;
        this.sample = sample;
        this.minLeaf = minLeaf;
        this.width = sample.outputs().width();
        this.sums = new double[QuantileBins.MOST * width];
        this.weights = new double[QuantileBins.MOST];
        this.leftSums = new double[width];
    }

    BinnedFeatures features() {
        return features;
    }

    SampledRows sample() {
        return sample;
    }

    /** The best split by one of {@code candidates}, the first of equally good ones; none if none helps. */
    Optional<Split> best(NodeRows node, int[] candidates) {
        Split best = none(node);
        for (int feature : candidates) {
            fill(node, feature);
            best = bestOf(node, feature, best);
            clear(node, feature);
        }
        return best.feature() < 0 ? Optional.empty() : Optional.of(best);
    }

    /** The best of one split for each of {@code candidates}, drawn between its lowest and highest range in the node. */
    Optional<Split> drawn(NodeRows node, int[] candidates, SplittableRandom random) {
        Split best = none(node);
        for (int feature : candidates) {
            fill(node, feature);
            if (lowest < highest) {
                int bin = lowest + random.nextInt(highest - lowest);
                double score = scoreAt(node, bin);
                best = score > best.score() ? new Split(feature, bin, score) : best;
            }
            clear(node, feature);
        }
        return best.feature() < 0 ? Optional.empty() : Optional.of(best);
    }

    /** Stands for no split, with the score that a split must exceed. */
    private static Split none(NodeRows node) {
        return new Split(-1, -1, node.score() * (1 + SMALLEST_GAIN) + SMALLEST_GAIN);
    }

    private Split bestOf(NodeRows node, int feature, Split toBeat) {
        Arrays.fill(leftSums, 0);
        double leftWeight = 0;
        int bestBin = -1;
        double bestScore = toBeat.score();
        for (int bin = lowest; bin < highest; bin++) {
            if (weights[bin] == 0) {
                continue;
            }
            leftWeight += weights[bin];
            addToLeft(bin);
            if (leftWeight >= minLeaf && node.weight() - leftWeight >= minLeaf) {
                double score = score(node, leftWeight);
                if (score > bestScore) {
                    bestScore = score;
                    bestBin = bin;
                }
            }
        }
        return bestBin < 0 ? toBeat : new Split(feature, bestBin, bestScore);
    }

    private double scoreAt(NodeRows node, int bin) {
        Arrays.fill(leftSums, 0);
        double leftWeight = 0;
        for (int i = lowest; i <= bin; i++) {
            leftWeight += weights[i];
            addToLeft(i);
        }
        boolean tooSmall = leftWeight < minLeaf || node.weight() - leftWeight < minLeaf;
        return tooSmall ? Double.NEGATIVE_INFINITY : score(node, leftWeight);
    }

    private void addToLeft(int bin) {
        for (int output = 0; output < width; output++) {
            leftSums[output] += sums[bin * width + output];
        }
    }

    private double score(NodeRows node, double leftWeight) {
        double left = 0;
        double right = 0;
        for (int output = 0; output < width; output++) {
            double rightSum = node.sum(output) - leftSums[output];
            left += leftSums[output] * leftSums[output];
            right += rightSum * rightSum;
        }
        return left / leftWeight + right / (node.weight() - leftWeight);
    }

    /** Fills the histogram of a feature over a node; it is all zero before. */
    private void fill(NodeRows node, int feature) {
        byte[] column = features.column(feature);
        LearnedOutputs outputs = sample.outputs();
        lowest = QuantileBins.MOST;
        highest = 0;
        for (int position = node.from(); position < node.to(); position++) {
            int row = sample.row(position);
            int bin = Byte.toUnsignedInt(column[row]);
            double weight = sample.weight(row);
            weights[bin] += weight;
            sums[bin * width + outputs.channel(row)] += weight * outputs.value(row);
            lowest = Math.min(lowest, bin);
            highest = Math.max(highest, bin);
        }
    }

    /** Makes the histogram zero again; most nodes have far fewer rows than there are ranges. */
    private void clear(NodeRows node, int feature) {
        if (node.to() - node.from() > highest - lowest) {
            Arrays.fill(weights, lowest, highest + 1, 0);
            Arrays.fill(sums, lowest * width, (highest + 1) * width, 0);
            return;
        }
        byte[] column = features.column(feature);
        for (int position = node.from(); position < node.to(); position++) {
            int row = sample.row(position);
            int bin = Byte.toUnsignedInt(column[row]);
            weights[bin] = 0;
            sums[bin * width + sample.outputs().channel(row)] = 0;
        }
    }
}
