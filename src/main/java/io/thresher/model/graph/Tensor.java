package io.thresher.model.graph;

/**
 * A named value that flows through a graph.
 *
 * @param name unique within the graph
 */
public record Tensor(String name) {}
