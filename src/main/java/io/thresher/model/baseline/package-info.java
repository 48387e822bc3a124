/**
 * What can be predicted without looking at any feature: the mark every other family has to beat.
 * Start at {@link io.thresher.model.baseline.BaselineFamily}.
 */
@NullMarked
package io.thresher.model.baseline;

import org.jspecify.annotations.NullMarked;
