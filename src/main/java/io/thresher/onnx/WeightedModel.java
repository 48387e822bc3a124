package io.thresher.onnx;

import java.nio.file.Path;

/**
 * A model file and its weight in an average.
 *
 * @param weight at least 0
 */
public record WeightedModel(Path file, double weight) {}
