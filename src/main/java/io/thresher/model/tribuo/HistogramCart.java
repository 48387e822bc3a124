package io.thresher.model.tribuo;

import org.tribuo.Dataset;
import org.tribuo.common.tree.AbstractCARTTrainer;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;
import org.tribuo.regression.Regressor;

/**
 * Tribuo's CART with {@link HistogramNode}s. Tribuo grows the tree: its depth, the features looked at in each node, when
 * to stop. The dataset given to {@code train} only names features and outputs; the rows are those of the search.
 */
final class HistogramCart extends AbstractCARTTrainer<Regressor> {
    private final SplitSearch search;
    private final String[] outputNames;

    HistogramCart(SplitSearch search, String[] outputNames, TreeShape shape, long seed) {
        super(
                shape.maxDepth(),
                // Tribuo asks it of a node to be divided; the search asks half of it of either side.
                2f * shape.minLeaf(),
                0,
                (float) shape.featureFraction(),
                shape.drawnSplits(),
                seed);
        this.search = search;
        this.outputNames = outputNames.clone();
        postConfig();
    }

    @Override
    protected AbstractTrainingNode<Regressor> mkTrainingNode(
            Dataset<Regressor> names, AbstractTrainingNode.LeafDeterminer leafDeterminer) {
        NodeRows all = new NodeRows(search.sample(), 0, search.sample().size());
        return new HistogramNode(search, all, outputNames, 0, leafDeterminer);
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }
}
