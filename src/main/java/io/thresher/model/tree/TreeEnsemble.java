package io.thresher.model.tree;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * Trees whose leaf values add up: each output is the sum of what the trees give for it, in the order of the trees, plus
 * a constant. Sums are float32, as in the exported graph, and are made in the same order as there.
 */
public final class TreeEnsemble {
    private final Comparison comparison;
    private final float[] constants;
    private final List<Tree> trees;

    /**
     * @param comparison the question all splits ask
     * @param constants what is added to each output; its length is the number of outputs
     * @param trees at least one
     */
    public TreeEnsemble(Comparison comparison, float[] constants, List<Tree> trees) {
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("an ensemble has at least one tree");
        }
        this.comparison = comparison;
        this.constants = constants.clone();
        this.trees = List.copyOf(trees);
    }

    /** The first {@code count} trees, their values raised so that they count as much as all do. */
    public TreeEnsemble thinned(int count) {
        float factor = (float) trees.size() / count;
        return new TreeEnsemble(
                comparison,
                constants,
                trees.subList(0, count).stream()
                        .map(tree -> tree.scaled(factor))
                        .toList());
    }

    public int outputs() {
        return constants.length;
    }

    public List<Tree> trees() {
        return trees;
    }

    /** The outputs for each row, rows × outputs, row-major. */
    public float[] evaluate(FeatureMatrix features) {
        int outputs = outputs();
        float[] sums = new float[features.rows() * outputs];
        // Tree by tree: one tree stays in the processor's cache while all rows pass it, a large forest would not.
        for (Tree tree : trees) {
            addTo(sums, tree, features);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += constants[i % outputs];
        }
        return sums;
    }

    /**
     * Draws the ensemble as one operator for the trees and one that adds the constants. The attribute
     * {@code base_values} would save the second, but ONNX Runtime leaves it out for an output that no leaf of a row
     * gives a value for.
     *
     * @param features float32, N × columns
     * @return float32, N × outputs
     */
    public Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor sums = graph.applyMl(
                "TreeEnsembleRegressor", new TreeAttributes(comparison, outputs(), trees).asAttributes(), features);
        return graph.apply("Add", sums, graph.floats(new long[] {outputs()}, constants));
    }

    private void addTo(float[] sums, Tree tree, FeatureMatrix features) {
        float[] values = features.values();
        int columns = features.columns();
        for (int row = 0; row < features.rows(); row++) {
            int leaf = tree.leafOf(values, row * columns, comparison);
            int start = row * outputs() + tree.firstOutput();
            for (int i = 0; i < tree.width(); i++) {
                sums[start + i] += tree.leafValue(leaf, i);
            }
        }
    }
}
