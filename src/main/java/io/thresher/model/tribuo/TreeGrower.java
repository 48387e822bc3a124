package io.thresher.model.tribuo;

import io.thresher.model.tree.Tree;
import io.thresher.model.tree.TreeBuilder;
import io.thresher.seed.Seed;
import java.util.Arrays;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Grows trees with Tribuo, each on its own sample of the same rows. */
final class TreeGrower {
    private final BinnedFeatures features;
    private final LearnedOutputs outputs;
    private final TreeShape shape;
    private final String[] outputNames;
    private final MutableDataset<Regressor> names;

    TreeGrower(BinnedFeatures features, LearnedOutputs outputs, TreeShape shape) {
        this.features = features;
        this.outputs = outputs;
        this.shape = shape;
        this.outputNames = TribuoNames.of(outputs.width());
        this.names = namesOf(features, outputNames);
    }

    /** A tree on {@code draws} rows drawn with replacement. */
    Tree onBootstrap(int draws, Seed seed) {
        SampledRows sample =
                SampledRows.bootstrap(outputs, draws, seed.fork("rows").random());
        return translated(grow(sample, seed.fork("splits")).getRoot());
    }

    /** Tribuo's own tree on {@code sample}; its thresholds are those of features as they were before binning. */
    TreeModel<Regressor> grow(SampledRows sample, Seed seed) {
        SplitSearch search = new SplitSearch(features, sample, shape.minLeaf());
        return new HistogramCart(search, outputNames, shape, seed.value()).train(names);
    }

    /** The tree below a node of Tribuo's. */
    Tree translated(Node<Regressor> root) {
        TreeBuilder builder = new TreeBuilder(0, outputNames.length);
        add(root, builder);
        return builder.build();
    }

    private int add(Node<Regressor> node, TreeBuilder builder) {
        if (node instanceof SplitNode<Regressor> split) {
            // Exact: every threshold was a float before Tribuo kept it as a double.
            int added = builder.split(split.getFeatureID(), (float) split.splitValue(), false);
            builder.connect(added, add(split.getLessThanOrEqual(), builder), add(split.getGreaterThan(), builder));
            return added;
        }
        double[] means = ((LeafNode<Regressor>) node).getOutput().getValues();
        float[] values = new float[means.length];
        for (int output = 0; output < values.length; output++) {
            values[output] = (float) means[output];
        }
        return builder.leaf(values);
    }

    /** A dataset of one row: all that Tribuo learns from it is how many features and outputs there are. */
    private static MutableDataset<Regressor> namesOf(BinnedFeatures features, String[] outputNames) {
        String[] featureNames = TribuoNames.of(features.features());
        double[] ones = new double[featureNames.length];
        Arrays.fill(ones, 1);
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> names =
                new MutableDataset<>(new SimpleDataSourceProvenance("names", factory), factory);
        names.add(new ArrayExample<>(new Regressor(outputNames, new double[outputNames.length]), featureNames, ones));
        return names;
    }
}
