package io.thresher.model.tree;

/**
 * One decision tree as flat arrays, a node an index; node 0 is the root. A leaf gives {@link #width()} values, which
 * belong to the outputs from {@link #firstOutput()} on: all of them in a forest, one in a boosted tree.
 */
public final class Tree {
    /** In place of a feature: the node is a leaf. */
    static final int LEAF = -1;

    private final int firstOutput;
    private final int width;
    private final int[] feature;
    private final float[] threshold;
    private final int[] left;
    private final int[] right;
    private final boolean[] missingLeft;
    private final boolean[] byLevel;
    private final float[] leafValues;

    /** Takes over what the builder has collected; {@code left} of a leaf is where its values start. */
    Tree(
            int firstOutput,
            int width,
            int[] feature,
            float[] threshold,
            int[] left,
            int[] right,
            boolean[] missingLeft,
            boolean[] byLevel,
            float[] leafValues) {
        this.firstOutput = firstOutput;
        this.width = width;
        this.feature = feature;
        this.threshold = threshold;
        this.left = left;
        this.right = right;
        this.missingLeft = missingLeft;
        this.byLevel = byLevel;
        this.leafValues = leafValues;
    }

    public int nodes() {
        return feature.length;
    }

    /** The first output that leaves give a value for. */
    public int firstOutput() {
        return firstOutput;
    }

    /** How many outputs leaves give a value for. */
    public int width() {
        return width;
    }

    boolean isLeaf(int node) {
        return feature[node] == LEAF;
    }

    int feature(int node) {
        return feature[node];
    }

    float threshold(int node) {
        return threshold[node];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    boolean missingGoesLeft(int node) {
        return missingLeft[node];
    }

    /** Whether a split asks for one level, in place of the ensemble's question. */
    boolean isByLevel(int node) {
        return byLevel[node];
    }

    /** The {@code output}-th of the values of a leaf, from 0. */
    float leafValue(int leaf, int output) {
        return leafValues[left[leaf] + output];
    }

    /** The leaf that a row falls into; its features are those of {@code values} from {@code start} on. */
    int leafOf(float[] values, int start, Comparison comparison) {
        int node = 0;
        while (feature[node] != LEAF) {
            float value = values[start + feature[node]];
            node = goesLeft(node, value, comparison) ? left[node] : right[node];
        }
        return node;
    }

    private boolean goesLeft(int node, float value, Comparison comparison) {
        if (Float.isNaN(value)) {
            return missingLeft[node];
        }
        return byLevel[node] ? value == threshold[node] : comparison.holds(value, threshold[node]);
    }

    /** The tree with all its leaf values multiplied. */
    public Tree scaled(float factor) {
        float[] scaled = new float[leafValues.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = leafValues[i] * factor;
        }
        return new Tree(firstOutput, width, feature, threshold, left, right, missingLeft, byLevel, scaled);
    }
}
