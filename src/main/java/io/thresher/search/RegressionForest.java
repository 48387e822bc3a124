package io.thresher.search;

import java.util.SplittableRandom;

/**
 * A small forest of extremely randomised regression trees (Geurts et al. 2006) over points of {@link Coordinates}: how
 * much its trees disagree tells how unsure it is (law of total variance; Hutter et al. 2014, §4.3.2).
 */
final class RegressionForest {
    private static final int TREES = 30;
    private static final int SMALLEST_SPLIT = 3;
    /** Least deviation, of scores that have variance 1: a forest is never sure. */
    private static final double FLOOR = 0.05;

    private final Node[] trees;

    private RegressionForest(Node[] trees) {
        this.trees = trees;
    }

    static RegressionForest grown(
            double[][] points, double[] scores, Coordinates coordinates, SplittableRandom random) {
        Node[] trees = new Node[TREES];
        for (int tree = 0; tree < TREES; tree++) {
            int[] rows = new int[points.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = i;
            }
            trees[tree] = new Growing(points, scores, coordinates, random).node(rows, 0, rows.length);
        }
        return new RegressionForest(trees);
    }

    double logExpectedImprovement(double[] point, double best) {
        double sum = 0;
        double squares = 0;
        for (Node tree : trees) {
            Node leaf = tree;
            while (leaf.axis >= 0) {
                leaf = leaf.left(point) ? leaf.lower : leaf.upper;
            }
            sum += leaf.mean;
            squares += leaf.mean * leaf.mean + leaf.variance;
        }
        double mean = sum / TREES;
        double variance = Math.max(0, squares / TREES - mean * mean);
        return ExpectedImprovement.log(mean, Math.sqrt(variance + FLOOR * FLOOR), best);
    }

    /** A split or a leaf. */
    private static final class Node {
        private int axis = -1;
        private boolean words;
        private double threshold;
        private Node lower = this;
        private Node upper = this;
        private double mean;
        private double variance;

        /** A parameter that does not take part lies below every number and is none of the choices. */
        private boolean left(double[] point) {
            double position = point[axis];
            return words ? position == threshold : !(position > threshold);
        }
    }

    private static final class Growing {
        private final double[][] points;
        private final double[] scores;
        private final Coordinates coordinates;
        private final SplittableRandom random;

        private Growing(double[][] points, double[] scores, Coordinates coordinates, SplittableRandom random) {
            this.points = points;
            this.scores = scores;
            this.coordinates = coordinates;
            this.random = random;
        }

        private Node node(int[] rows, int from, int to) {
            Node node = new Node();
            describe(node, rows, from, to);
            if (to - from >= SMALLEST_SPLIT && node.variance > 0) {
                split(node, rows, from, to);
            }
            return node;
        }

        private void describe(Node node, int[] rows, int from, int to) {
            double sum = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                sum += scores[rows[i]];
                squares += scores[rows[i]] * scores[rows[i]];
            }
            node.mean = sum / (to - from);
            node.variance = Math.max(0, squares / (to - from) - node.mean * node.mean);
        }

        private void split(Node node, int[] rows, int from, int to) {
            double bestGain = 0;
            Node trial = new Node();
            for (int axis = 0; axis < coordinates.size(); axis++) {
                trial.axis = axis;
                trial.words = coordinates.choices(axis) > 0;
                trial.threshold = threshold(axis, rows, from, to);
                double gain = Double.isNaN(trial.threshold) ? 0 : gain(trial, node.mean, rows, from, to);
                if (gain > bestGain) {
                    bestGain = gain;
                    node.axis = axis;
                    node.words = trial.words;
                    node.threshold = trial.threshold;
                }
            }
            if (bestGain > 0) {
                int middle = partition(node, rows, from, to);
                node.lower = node(rows, from, middle);
                node.upper = node(rows, middle, to);
            }
        }

        /** Drawn between the least and the greatest of the rows; one of their choices; NaN if they do not differ. */
        private double threshold(int axis, int[] rows, int from, int to) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            boolean absent = false;
            for (int i = from; i < to; i++) {
                double position = points[rows[i]][axis];
                if (Double.isNaN(position)) {
                    absent = true;
                } else {
                    least = Math.min(least, position);
                    greatest = Math.max(greatest, position);
                }
            }
            if (absent && least <= greatest && random.nextInt(3) == 0) {
                return coordinates.choices(axis) > 0 ? least : -1;
            }
            if (least >= greatest) {
                return absent && least <= greatest ? (coordinates.choices(axis) > 0 ? least : -1) : Double.NaN;
            }
            return coordinates.choices(axis) > 0
                    ? points[rows[from + random.nextInt(to - from)]][axis]
                    : least + random.nextDouble() * (greatest - least);
        }

        /** Sum of squares that the split explains. */
        private double gain(Node trial, double mean, int[] rows, int from, int to) {
            double sum = 0;
            int count = 0;
            for (int i = from; i < to; i++) {
                if (trial.left(points[rows[i]])) {
                    sum += scores[rows[i]] - mean;
                    count++;
                }
            }
            int others = to - from - count;
            return count == 0 || others == 0 ? 0 : sum * sum / count + sum * sum / others;
        }

        private int partition(Node node, int[] rows, int from, int to) {
            int low = from;
            int high = to - 1;
            while (low <= high) {
                if (node.left(points[rows[low]])) {
                    low++;
                } else {
                    int swapped = rows[low];
                    rows[low] = rows[high];
                    rows[high] = swapped;
                    high--;
                }
            }
            return low;
        }
    }
}
