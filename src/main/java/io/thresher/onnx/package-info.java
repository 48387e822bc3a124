/**
 * Fitted pipelines as one ONNX file, and the scorer that runs such a file.
 * The only place that knows the ONNX format and ONNX Runtime; what a step or a model looks like as operators, they draw
 * themselves. Start at {@link io.thresher.onnx.OnnxExport} and {@link io.thresher.onnx.Scorer}.
 */
@NullMarked
package io.thresher.onnx;

import org.jspecify.annotations.NullMarked;
