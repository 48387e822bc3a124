/**
 * Preparation steps and a model as one thing that is fitted on a table and predicts from a table.
 * Everything here is fitted on training rows only and can be drawn as a graph, raw columns first; what a model is
 * stands in {@code model}, files in {@code onnx}. Start at {@link io.thresher.pipeline.Pipeline}.
 */
@NullMarked
package io.thresher.pipeline;

import org.jspecify.annotations.NullMarked;
