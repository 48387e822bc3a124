/**
 * The words in which pipelines and models draw themselves as a graph of tensor operators.
 * A port: {@code onnx} turns what is drawn here into a file. Start at {@link io.thresher.model.graph.GraphBuilder}.
 */
@NullMarked
package io.thresher.model.graph;

import org.jspecify.annotations.NullMarked;
