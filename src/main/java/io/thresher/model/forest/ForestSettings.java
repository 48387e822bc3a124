package io.thresher.model.forest;

import io.thresher.data.Task;
import io.thresher.model.TrainingSet;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import io.thresher.space.Trait;
import java.util.Map;

/**
 * The parameters of a configuration, with their defaults.
 *
 * @param trees most that are grown
 * @param maxNodes no further tree is begun once all have that many nodes
 * @param maxDepth most splits on the way to a leaf
 * @param minLeaf fewest draws in a leaf; more than a configuration says where few trees would fit into {@code maxNodes}
 * @param features how many are looked at for each split
 * @param draws rows drawn for each tree
 * @param bootstrap whether they are drawn with replacement
 * @param entropy whether classes are told apart by entropy and not by Gini impurity
 * @param drawnThresholds whether the threshold of a feature is drawn at random in place of the best one
 */
record ForestSettings(
        int trees,
        int maxNodes,
        int maxDepth,
        int minLeaf,
        int features,
        int draws,
        boolean bootstrap,
        boolean entropy,
        boolean drawnThresholds) {
    static final Map<String, Domain> DOMAINS = Map.of(
            "trees", Domain.whole(1, 100_000),
            "maxNodes", Domain.whole(1, 100_000_000),
            "maxDepth", Domain.whole(1, Integer.MAX_VALUE),
            "minLeaf", Domain.whole(1, Integer.MAX_VALUE),
            "featureFactor", Domain.real(1e-6, 1e6),
            "rowFraction", Domain.real(1e-6, 1),
            "sampling", Domain.words("bootstrap", "subset"),
            "criterion", Domain.words("gini", "entropy").onlyWith(Trait.CLASSES));

    private static final int DEFAULT_TREES = 500;
    /** Some 10 MB as a file; of five folds, three fifths each are delivered. With half, trees of many classes lose depth: worse by 8 %. */
    private static final int DEFAULT_NODES = 300_000;
    /** Trees that must have room: fewer and deeper ones are worse. */
    private static final int LEAST_TREES = 100;
    /** Draws in a leaf for each that it must have. */
    private static final double LEAF_SIZE = 1.6;
    /** Of the features for each split, where numbers are predicted; for classes it is the square root of their number. */
    private static final double SHARE_FOR_NUMBERS = 0.5;

    /** Random forest: rows drawn with replacement, the best threshold. */
    static ForestSettings ofRandomForest(Configuration configuration, TrainingSet rows) {
        return of(configuration, rows, "bootstrap", false);
    }

    /** Extra trees: every row, a drawn threshold. */
    static ForestSettings ofExtraTrees(Configuration configuration, TrainingSet rows) {
        return of(configuration, rows, "subset", true);
    }

    private static ForestSettings of(Configuration configuration, TrainingSet rows, String sampling, boolean drawn) {
        int count = rows.features().rows();
        int columns = rows.features().columns();
        boolean numbers = rows.target().task() == Task.REGRESSION;
        double usual = numbers ? SHARE_FOR_NUMBERS * columns : Math.sqrt(columns);
        double features = Math.round(configuration.real("featureFactor", 1) * usual);
        double draws = Math.round(configuration.real("rowFraction", 1) * count);
        int trees = configuration.integer("trees", DEFAULT_TREES);
        int nodes = configuration.integer("maxNodes", DEFAULT_NODES);
        return new ForestSettings(
                trees,
                nodes,
                configuration.integer("maxDepth", Integer.MAX_VALUE),
                Math.max(configuration.integer("minLeaf", 1), roomyLeaf(draws, Math.min(trees, LEAST_TREES), nodes)),
                (int) Math.min(columns, Math.max(1, features)),
                (int) Math.max(1, draws),
                configuration.choice("sampling", sampling).equals("bootstrap"),
                configuration.choice("criterion", "gini").equals("entropy"),
                drawn);
    }

    /** Draws that a leaf must have so that {@code trees} trees have about {@code nodes} nodes. */
    private static int roomyLeaf(double draws, int trees, int nodes) {
        double leaves = nodes / 2.0 / trees;
        return (int) Math.max(1, Math.min(draws, draws / leaves / LEAF_SIZE));
    }
}
