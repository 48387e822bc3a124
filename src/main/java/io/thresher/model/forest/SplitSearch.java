package io.thresher.model.forest;

import java.util.SplittableRandom;

/**
 * The search for the best split of one node after the other of one tree. A node is entered, its features are looked at
 * one by one, and the best split found so far can be read. What makes a split good is up to the subclass.
 *
 * <p>Missing values of a feature are tried on either side of each threshold, and alone against all others, which is the
 * threshold +∞ (the "missingness incorporated in attributes" of Twala, Jones, Hand: Good methods for coping with missing
 * data in decision trees, 2008). Where a node has none, they go with the greater part of its rows.
 */
abstract class SplitSearch {
    /** A gain below that, for each draw in the node, is rounding. */
    private static final double LEAST_GAIN = 1e-12;

    private static final int NO_FEATURE = -1;

    private final CodedColumns columns;
    private final RowSample sample;
    private final int minLeaf;

    private int from;
    private int to;
    private double bestQuality;
    private int bestFeature;
    private int lastLeft;
    private float threshold;
    private boolean missingLeft;

    private int lookedAt;
    private boolean someMissing;

    SplitSearch(CodedColumns columns, RowSample sample, int minLeaf) {
        this.columns = columns;
        this.sample = sample;
        this.minLeaf = minLeaf;
    }

    /**
     * Turns to the node whose rows are at {@code [from, to)} of the sample.
     *
     * @return whether it could be divided: it has rows for two leaves, and they have different outcomes
     */
    final boolean enter(int start, int end) {
        from = start;
        to = end;
        bestFeature = NO_FEATURE;
        load();
        bestQuality = quality() + LEAST_GAIN * weight();
        return weight() >= 2 * minLeaf && !isPure();
    }

    /** Looks for a better split by {@code feature} at each of its thresholds. */
    final void lookAt(int feature) {
        begin(feature);
        search(columns.codes(feature));
    }

    /** Tries one threshold of {@code feature}, drawn uniformly between its least and greatest value in the node. */
    final void lookAtDrawn(int feature, SplittableRandom random) {
        begin(feature);
        byte[] codes = columns.codes(feature);
        int least = CodedColumns.MISSING;
        int greatest = -1;
        for (int position = from; position < to; position++) {
            int code = Byte.toUnsignedInt(codes[sample.row(position)]);
            if (code == CodedColumns.MISSING) {
                someMissing = true;
            } else {
                least = Math.min(least, code);
                greatest = Math.max(greatest, code);
            }
        }
        if (least < greatest) {
            DrawnThreshold drawn = DrawnThreshold.of(columns.ranges(feature), least, greatest, random);
            if (tryCut(codes, drawn.lastLeft(), drawn.lastLeft() + 1)) {
                threshold = drawn.threshold();
            }
        } else if (someMissing && greatest >= 0) {
            tryCut(codes, greatest, CodedColumns.MISSING);
        }
    }

    /** Whether a split was found. */
    final boolean found() {
        return bestFeature != NO_FEATURE;
    }

    final int feature() {
        return bestFeature;
    }

    /** The greatest code that goes left. */
    final int lastLeft() {
        return lastLeft;
    }

    /** Values at most this go left. */
    final float threshold() {
        return threshold;
    }

    final boolean missingGoesLeft() {
        return missingLeft;
    }

    /** Writes what a leaf made of the node holds. */
    abstract void writeLeaf(float[] leaf);

    /** Takes in the node's rows. */
    abstract void load();

    /** How many draws the node has. */
    abstract int weight();

    /** Whether all rows of the node have the same outcome. */
    abstract boolean isPure();

    /** How alike the outcomes in the node are, in the measure of {@link #offer}. */
    abstract double quality();

    /** Offers the best of all cuts by these codes. */
    abstract void search(byte[] codes);

    /**
     * Offers the cut between two codes, as {@link #offer} takes it.
     *
     * @return whether it was better than all before
     */
    abstract boolean tryCut(byte[] codes, int last, int next);

    /**
     * Takes the cut between two codes that rows of the node have if it is the best so far; {@code next} is
     * {@link CodedColumns#MISSING} where all known values go left.
     *
     * @param value how alike outcomes are on either side, added up; more is better
     */
    final boolean offer(double value, int leftWeight, int rightWeight, int last, int next, boolean missingOnLeft) {
        if (leftWeight < minLeaf || rightWeight < minLeaf || !(value > bestQuality)) {
            return false;
        }
        bestQuality = value;
        bestFeature = lookedAt;
        lastLeft = last;
        missingLeft = someMissing ? missingOnLeft : leftWeight > rightWeight;
        threshold = next == CodedColumns.MISSING
                ? Float.POSITIVE_INFINITY
                : columns.ranges(lookedAt).between(last, next);
        return true;
    }

    final RowSample sample() {
        return sample;
    }

    final int from() {
        return from;
    }

    final int to() {
        return to;
    }

    /** Notes that some rows of the node miss the feature that is looked at. */
    final void noteMissing() {
        someMissing = true;
    }

    /** Whether that was noted. */
    final boolean someMissing() {
        return someMissing;
    }

    private void begin(int feature) {
        lookedAt = feature;
        someMissing = false;
    }
}
