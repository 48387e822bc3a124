/**
 * Trained decision trees, whichever library grew them: as flat arrays, evaluated here and drawn as a graph.
 * Growing trees is the work of the families. Start at {@link io.thresher.model.tree.TreeEnsemble}.
 */
@NullMarked
package io.thresher.model.tree;

import org.jspecify.annotations.NullMarked;
