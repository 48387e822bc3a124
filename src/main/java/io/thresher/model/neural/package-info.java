/**
 * The family {@code neural}: multilayer perceptrons trained with PyTorch through DJL, the only place that may talk to DJL.
 * Columns arrive prepared; only encodings that a net alone wants are here.
 * Start at {@link io.thresher.model.neural.MlpFamily}, then {@code TrainingLoop} and {@code Backbone}.
 */
@NullMarked
package io.thresher.model.neural;

import org.jspecify.annotations.NullMarked;
