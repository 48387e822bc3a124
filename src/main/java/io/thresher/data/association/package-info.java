/**
 * How much one column tells of the target: mutual information and the score of a model of that column alone. Nothing is
 * judged here: what a high score means is said in {@code data.issue}. Start at {@link io.thresher.data.association.Associations}.
 */
@NullMarked
package io.thresher.data.association;

import org.jspecify.annotations.NullMarked;
