/**
 * Predictions and the metrics that judge them, each with its direction.
 * Knows no table and no model. Start at {@link io.thresher.metric.Metric}.
 */
@NullMarked
package io.thresher.metric;

import org.jspecify.annotations.NullMarked;
