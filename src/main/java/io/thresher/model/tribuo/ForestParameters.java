package io.thresher.model.tribuo;

import io.thresher.data.Task;
import io.thresher.model.TrainingSet;
import io.thresher.space.Configuration;
import java.util.Set;

/**
 * The parameters of a configuration, with their defaults.
 *
 * @param trees how many are averaged
 * @param bins most ranges that a feature is cut into
 * @param draws rows drawn for each tree
 * @param shape what a tree may become
 */
record ForestParameters(int trees, int bins, int draws, TreeShape shape) {
    static final Set<String> NAMES =
            Set.of("trees", "bins", "maxDepth", "minLeaf", "featureFraction", "rowFraction", "splits");

    private static final int DEFAULT_TREES = 100;
    private static final int DEFAULT_BINS = 255;
    private static final int DEFAULT_DEPTH = 20;
    /** Past that many rows a tree gains less from more of them than the forest loses in time. */
    private static final double ENOUGH_DRAWS = 20_000;
    /** Shares of the features that did well on the tables this was tried on. */
    private static final double SHARE_FOR_NUMBERS = 2.0 / 3;

    private static final double SHARE_FOR_CLASSES = 1.0 / 3;
    /** So many features nearly always hold a good split; looking at more of a wide table only takes time. */
    private static final double ENOUGH_FEATURES = 32;
    /** Leaves of single rows make models of numbers several times larger and hardly better. */
    private static final int LEAF_FOR_NUMBERS = 2;

    static ForestParameters of(Configuration configuration, TrainingSet rows) {
        int count = rows.features().rows();
        int features = rows.features().columns();
        boolean numbers = rows.target().task() == Task.REGRESSION;
        double usual = Math.min(numbers ? SHARE_FOR_NUMBERS : SHARE_FOR_CLASSES, ENOUGH_FEATURES / features);
        double share = configuration.real("featureFraction", usual);
        double rowFraction = configuration.real("rowFraction", Math.min(1, ENOUGH_DRAWS / count));
        TreeShape shape = new TreeShape(
                configuration.integer("maxDepth", DEFAULT_DEPTH),
                configuration.integer("minLeaf", numbers ? LEAF_FOR_NUMBERS : 1),
                Math.min(1, Math.max(share, 1.0 / features)),
                configuration.choice("splits", "best").equals("random"));
        return new ForestParameters(
                configuration.integer("trees", DEFAULT_TREES),
                Math.min(QuantileBins.MOST, configuration.integer("bins", DEFAULT_BINS)),
                (int) Math.max(1, Math.round(rowFraction * count)),
                shape);
    }
}
