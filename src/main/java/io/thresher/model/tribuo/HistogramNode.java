package io.thresher.model.tribuo;

import io.thresher.model.tribuo.SplitSearch.Split;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.regression.Regressor;

/**
 * A node of a growing tree that finds its split by histograms. Tribuo's own nodes keep every feature of their rows as
 * sorted lists and divide all of these at each split; this one reads only the features it may split by, which makes
 * forests an order of magnitude faster.
 */
final class HistogramNode extends AbstractTrainingNode<Regressor> {
    private static final long serialVersionUID = 1L;

    /** An error this small is rounding: all rows have the same outputs. */
    private static final double PURE = 1e-12;

    private final transient SplitSearch search;
    private final transient NodeRows rows;
    private final transient String[] outputNames;

    HistogramNode(SplitSearch search, NodeRows rows, String[] outputNames, int depth, LeafDeterminer leaves) {
        super(depth, rows.to() - rows.from(), leaves);
        this.search = search;
        this.rows = rows;
        this.outputNames = outputNames;
    }

    @Override
    public double getImpurity() {
        double error = rows.error();
        return error < PURE ? 0 : error;
    }

    @Override
    public float getWeightSum() {
        return (float) rows.weight();
    }

    @Override
    public List<AbstractTrainingNode<Regressor>> buildTree(
            int[] featureIDs, SplittableRandom random, boolean useRandomSplitPoints) {
        Optional<Split> found =
                useRandomSplitPoints ? search.drawn(rows, featureIDs, random) : search.best(rows, featureIDs);
        return found.or(() -> anyOther(featureIDs, random)).map(this::divide).orElse(List.of());
    }

    @Override
    public Node<Regressor> convertTree() {
        if (split) {
            return createSplitNode();
        }
        return new LeafNode<>(getImpurity(), new Regressor(outputNames, rows.means()), Map.of(), false);
    }

    /**
     * Where no feature of the sample divides the node, the first of the others that does: in a wide table many features
     * are constant within a small node, and trees would end early for no better reason.
     */
    private Optional<Split> anyOther(int[] featureIDs, SplittableRandom random) {
        int features = search.features().features();
        if (featureIDs.length == features) {
            return Optional.empty();
        }
        int start = random.nextInt(features);
        for (int i = 0; i < features; i++) {
            Optional<Split> found = search.best(rows, new int[] {(start + i) % features});
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<AbstractTrainingNode<Regressor>> divide(Split found) {
        BinnedFeatures features = search.features();
        split = true;
        splitID = found.feature();
        splitValue = features.ranges(splitID).boundary(found.bin());
        int middle = search.sample().partition(rows.from(), rows.to(), features.column(splitID), found.bin());
        HistogramNode left = child(rows.from(), middle);
        HistogramNode right = child(middle, rows.to());
        lessThanOrEqual = left;
        greaterThan = right;
        return List.of(left, right);
    }

    private HistogramNode child(int from, int to) {
        NodeRows reached = new NodeRows(search.sample(), from, to);
        return new HistogramNode(search, reached, outputNames, depth + 1, leafDeterminer);
    }
}
