/**
 * Forests of deep decision trees: random forests and extra trees. Both are grown by one
 * {@link io.thresher.model.forest.TreeGrower} on columns of byte codes and differ in how rows are sampled and thresholds
 * are chosen. Start at {@link io.thresher.model.forest.RandomForestFamily}; what a trained tree is, and how it is drawn,
 * stands in {@code model.tree}.
 */
@NullMarked
package io.thresher.model.forest;

import org.jspecify.annotations.NullMarked;
