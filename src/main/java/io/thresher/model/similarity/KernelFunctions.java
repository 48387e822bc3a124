package io.thresher.model.similarity;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** Functions of the form Σ coefficient · exp(−γ d²) + bias over the same support vectors, one an output. */
final class KernelFunctions {
    private final ReferenceRows vectors;
    private final float gamma;
    private final int outputs;
    /** Vectors × outputs. */
    private final float[] coefficients;

    private final float[] biases;

    KernelFunctions(ReferenceRows vectors, float gamma, float[] coefficients, float[] biases) {
        this.vectors = vectors;
        this.gamma = gamma;
        this.outputs = biases.length;
        this.coefficients = coefficients.clone();
        this.biases = biases.clone();
    }

    int outputs() {
        return outputs;
    }

    /** The functions' values, rows × outputs, row-major; not rounded to floats, which log-odds would not survive. */
    double[] values(FeatureMatrix features) {
        double[] values = new double[features.rows() * outputs];
        double[] distances = new double[vectors.rows()];
        for (int row = 0; row < features.rows(); row++) {
            vectors.squaredDistances(features, row, distances);
            for (int output = 0; output < outputs; output++) {
                values[row * outputs + output] = biases[output];
            }
            for (int vector = 0; vector < distances.length; vector++) {
                double kernel = Math.exp(-(double) gamma * distances[vector]);
                for (int output = 0; output < outputs; output++) {
                    values[row * outputs + output] += kernel * coefficients[vector * outputs + output];
                }
            }
        }
        return values;
    }

    /** Draws {@link #values}, double, N × outputs. */
    Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor bias = ReferenceRows.wide(graph, graph.floats(new long[] {1, outputs}, biases));
        if (vectors.rows() == 0) {
            // A product over no vectors: rows must still come from the features.
            Tensor shape = graph.apply(
                    "Concat",
                    Attributes.none().with("axis", 0),
                    graph.apply("Shape", Attributes.none().with("start", 0).with("end", 1), features),
                    graph.longs(new long[] {1}, outputs));
            return graph.apply("Expand", bias, shape);
        }
        Tensor distances = vectors.drawSquaredDistances(graph, features);
        Tensor scaled = graph.apply("Mul", distances, ReferenceRows.wide(graph, graph.floats(new long[] {1}, -gamma)));
        Tensor kernel = graph.apply("Exp", scaled);
        Tensor matrix = ReferenceRows.wide(graph, graph.floats(new long[] {vectors.rows(), outputs}, coefficients));
        return graph.apply("Add", graph.apply("MatMul", kernel, matrix), bias);
    }
}
