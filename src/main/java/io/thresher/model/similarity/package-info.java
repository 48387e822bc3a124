/**
 * Families that compare rows with training rows: nearest neighbours and support vector machines. The training rows are
 * part of the model and of its graph, so both are for small tables. Distances are computed in double precision, in the
 * graph too: differences of large sums would lose in single precision what near rows differ in. Start at
 * {@link io.thresher.model.similarity.NeighboursFamily} and {@link io.thresher.model.similarity.KernelFamily}.
 */
@NullMarked
package io.thresher.model.similarity;

import org.jspecify.annotations.NullMarked;
