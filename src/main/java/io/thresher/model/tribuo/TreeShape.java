package io.thresher.model.tribuo;

/**
 * What a tree of a forest may become.
 *
 * @param maxDepth most splits on the way to a leaf
 * @param minLeaf fewest draws in a leaf
 * @param featureFraction share of the features looked at for each split, above 0
 * @param drawnSplits whether the split of a feature is drawn at random (Geurts, Ernst, Wehenkel: Extremely randomized
 *     trees, 2006) in place of the best one
 */
record TreeShape(int maxDepth, int minLeaf, double featureFraction, boolean drawnSplits) {}
