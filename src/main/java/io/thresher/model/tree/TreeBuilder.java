package io.thresher.model.tree;

import java.util.Arrays;

/** Collects the nodes of one {@link Tree}; the first one added is the root, children are connected afterwards. */
public final class TreeBuilder {
    private static final int INITIAL_NODES = 32;
    private static final int UNCONNECTED = -1;

    private final int firstOutput;
    private final int width;
    private int nodes;
    private int[] feature = new int[INITIAL_NODES];
    private float[] threshold = new float[INITIAL_NODES];
    private int[] left = new int[INITIAL_NODES];
    private int[] right = new int[INITIAL_NODES];
    private boolean[] missingLeft = new boolean[INITIAL_NODES];
    private boolean[] byLevel = new boolean[INITIAL_NODES];
    private float[] leafValues = new float[INITIAL_NODES];
    private int leafValueCount;

    /** A tree whose leaves give values for the outputs from {@code firstOutput} on, {@code width} of them. */
    public TreeBuilder(int firstOutput, int width) {
        this.firstOutput = firstOutput;
        this.width = width;
    }

    /** Adds a split and gives its node; see {@link Comparison} for what the threshold must be. */
    public int split(int splitFeature, float splitThreshold, boolean missingGoesLeft) {
        int node = add(splitFeature);
        threshold[node] = splitThreshold;
        missingLeft[node] = missingGoesLeft;
        left[node] = UNCONNECTED;
        right[node] = UNCONNECTED;
        return node;
    }

    /**
     * Adds a split of levels and gives its node: rows whose value is {@code level} go left, all others right, missing ones
     * as {@code missingGoesLeft} says. Several splits may lead to the same node.
     */
    public int splitByLevel(int splitFeature, int level, boolean missingGoesLeft) {
        int node = split(splitFeature, level, missingGoesLeft);
        byLevel[node] = true;
        return node;
    }

    /** Adds a leaf with one value for each of its outputs and gives its node. */
    public int leaf(float... values) {
        if (values.length != width) {
            throw new IllegalArgumentException("a leaf needs %d values, got %d".formatted(width, values.length));
        }
        int node = add(Tree.LEAF);
        if (leafValueCount + width > leafValues.length) {
            leafValues = Arrays.copyOf(leafValues, 2 * leafValues.length + width);
        }
        left[node] = leafValueCount;
        System.arraycopy(values, 0, leafValues, leafValueCount, width);
        leafValueCount += width;
        return node;
    }

    /** Says where the rows of a split go. */
    public void connect(int split, int leftChild, int rightChild) {
        left[split] = leftChild;
        right[split] = rightChild;
    }

    /**
     * The tree.
     *
     * @throws IllegalStateException if it has no node, or a split without children
     */
    public Tree build() {
        if (nodes == 0) {
            throw new IllegalStateException("a tree has at least one node");
        }
        for (int node = 0; node < nodes; node++) {
            if (feature[node] != Tree.LEAF && (left[node] == UNCONNECTED || right[node] == UNCONNECTED)) {
                throw new IllegalStateException("split %d has no children".formatted(node));
            }
        }
        return new Tree(
                firstOutput,
                width,
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(threshold, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(right, nodes),
                Arrays.copyOf(missingLeft, nodes),
                Arrays.copyOf(byLevel, nodes),
                Arrays.copyOf(leafValues, leafValueCount));
    }

    private int add(int splitFeature) {
        if (nodes == feature.length) {
            int more = 2 * nodes;
            feature = Arrays.copyOf(feature, more);
            threshold = Arrays.copyOf(threshold, more);
            left = Arrays.copyOf(left, more);
            right = Arrays.copyOf(right, more);
            missingLeft = Arrays.copyOf(missingLeft, more);
            byLevel = Arrays.copyOf(byLevel, more);
        }
        feature[nodes] = splitFeature;
        return nodes++;
    }
}
