package io.thresher.model.tree;

import io.thresher.model.graph.Attributes;
import java.util.Arrays;
import java.util.List;

/**
 * An ensemble as the attributes of {@code ai.onnx.ml.TreeEnsembleRegressor}, version 3: one list for each field of a
 * node, over the nodes of all trees, and one list for each field of a leaf value.
 *
 * <p>Adding zero changes no sum, so leaf values of zero are left out, all but one of a leaf that has no other: most
 * leaves of deep trees know a single class, and with K classes would otherwise take K times the space.
 */
final class TreeAttributes {
    private static final String LEVEL_MODE = "BRANCH_EQ";

    private final int outputs;
    private final List<Tree> trees;

    private final int[] treeOfNode;
    private final int[] node;
    private final int[] feature;
    private final float[] threshold;
    private final String[] mode;
    private final int[] whenTrue;
    private final int[] whenFalse;
    private final int[] missingIsTrue;

    private final int[] treeOfTarget;
    private final int[] nodeOfTarget;
    private final int[] target;
    private final float[] weight;

    TreeAttributes(Comparison comparison, int outputs, List<Tree> trees) {
        this.outputs = outputs;
        this.trees = trees;
        int nodes = trees.stream().mapToInt(Tree::nodes).sum();
        treeOfNode = new int[nodes];
        node = new int[nodes];
        feature = new int[nodes];
        threshold = new float[nodes];
        mode = new String[nodes];
        whenTrue = new int[nodes];
        whenFalse = new int[nodes];
        missingIsTrue = new int[nodes];
        int targets = trees.stream().mapToInt(TreeAttributes::leafValues).sum();
        treeOfTarget = new int[targets];
        nodeOfTarget = new int[targets];
        target = new int[targets];
        weight = new float[targets];
        fillNodes(comparison);
        fillTargets();
    }

    Attributes asAttributes() {
        Attributes attributes = Attributes.none()
                .with("n_targets", outputs)
                .with("aggregate_function", "SUM")
                .with("post_transform", "NONE")
                .withLongs("nodes_treeids", treeOfNode)
                .withLongs("nodes_nodeids", node)
                .withLongs("nodes_featureids", feature)
                .withFloats("nodes_values", threshold)
                .withStrings("nodes_modes", Arrays.asList(mode))
                .withLongs("nodes_truenodeids", whenTrue)
                .withLongs("nodes_falsenodeids", whenFalse)
                .withLongs("target_treeids", treeOfTarget)
                .withLongs("target_nodeids", nodeOfTarget)
                .withLongs("target_ids", target)
                .withFloats("target_weights", weight);
        // Left out, missing values go right: so do they at every split of trees that never saw one.
        boolean someGoLeft = Arrays.stream(missingIsTrue).anyMatch(flag -> flag == 1);
        return someGoLeft ? attributes.withLongs("nodes_missing_value_tracks_true", missingIsTrue) : attributes;
    }

    private static int leafValues(Tree tree) {
        int values = 0;
        for (int n = 0; n < tree.nodes(); n++) {
            for (int i = 0; tree.isLeaf(n) && i < tree.width(); i++) {
                values += isDrawn(tree, n, i) ? 1 : 0;
            }
        }
        return values;
    }

    /** Whether a value of a leaf is not zero, or the first of nothing but zeros. */
    private static boolean isDrawn(Tree tree, int leaf, int output) {
        if (tree.leafValue(leaf, output) != 0 || output > 0) {
            return tree.leafValue(leaf, output) != 0;
        }
        for (int other = 1; other < tree.width(); other++) {
            if (tree.leafValue(leaf, other) != 0) {
                return false;
            }
        }
        return true;
    }

    private void fillNodes(Comparison comparison) {
        int at = 0;
        for (int t = 0; t < trees.size(); t++) {
            Tree tree = trees.get(t);
            for (int n = 0; n < tree.nodes(); n++, at++) {
                treeOfNode[at] = t;
                node[at] = n;
                mode[at] = "LEAF";
                if (tree.isLeaf(n)) {
                    continue;
                }
                mode[at] = tree.isByLevel(n) ? LEVEL_MODE : comparison.nodeMode();
                feature[at] = tree.feature(n);
                threshold[at] = tree.threshold(n);
                whenTrue[at] = tree.left(n);
                whenFalse[at] = tree.right(n);
                missingIsTrue[at] = tree.missingGoesLeft(n) ? 1 : 0;
            }
        }
    }

    private void fillTargets() {
        int at = 0;
        for (int t = 0; t < trees.size(); t++) {
            Tree tree = trees.get(t);
            for (int n = 0; n < tree.nodes(); n++) {
                for (int i = 0; tree.isLeaf(n) && i < tree.width(); i++) {
                    if (isDrawn(tree, n, i)) {
                        treeOfTarget[at] = t;
                        nodeOfTarget[at] = n;
                        target[at] = tree.firstOutput() + i;
                        weight[at++] = tree.leafValue(n, i);
                    }
                }
            }
        }
    }
}
