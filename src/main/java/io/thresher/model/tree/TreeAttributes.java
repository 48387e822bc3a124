package io.thresher.model.tree;

import io.thresher.model.graph.Attributes;
import java.util.Arrays;
import java.util.List;

/**
 * An ensemble as the attributes of {@code ai.onnx.ml.TreeEnsembleRegressor}, version 3: one list for each field of a
 * node, over the nodes of all trees, and one list for each field of a leaf value.
 */
final class TreeAttributes {
    private final float[] constants;
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

    TreeAttributes(Comparison comparison, float[] constants, List<Tree> trees) {
        this.constants = constants;
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
                .with("n_targets", constants.length)
                .with("aggregate_function", "SUM")
                .with("post_transform", "NONE")
                .withFloats("base_values", constants)
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
        int leaves = 0;
        for (int n = 0; n < tree.nodes(); n++) {
            leaves += tree.isLeaf(n) ? 1 : 0;
        }
        return leaves * tree.width();
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
                mode[at] = comparison.nodeMode();
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
                for (int i = 0; tree.isLeaf(n) && i < tree.width(); i++, at++) {
                    treeOfTarget[at] = t;
                    nodeOfTarget[at] = n;
                    target[at] = tree.firstOutput() + i;
                    weight[at] = tree.leafValue(n, i);
                }
            }
        }
    }
}
