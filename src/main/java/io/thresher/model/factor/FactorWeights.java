package io.thresher.model.factor;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * Functions of a row x, one an output: {@code b + Σ w_i x_i + ½ Σ_f ((Σ v_if x_i)² − Σ v_if² x_i²)}, the last part being the
 * sum of {@code ⟨v_i, v_j⟩ x_i x_j} over every two features (Rendle 2010, lemma 3.1). Computed in double precision: sums of
 * squares are large where their difference is not.
 */
final class FactorWeights {
    private final int outputs;
    private final int factors;
    private final float[] biases;
    /** Columns × outputs. */
    private final float[] linear;
    /** Columns × (outputs × factors). */
    private final float[] products;

    FactorWeights(int outputs, int factors, float[] biases, float[] linear, float[] products) {
        this.outputs = outputs;
        this.factors = factors;
        this.biases = biases.clone();
        this.linear = linear.clone();
        this.products = products.clone();
    }

    int outputs() {
        return outputs;
    }

    /** The value of each function for a row. */
    double[] values(FeatureMatrix features, int row) {
        int width = outputs * factors;
        double[] values = new double[outputs];
        double[] sums = new double[width];
        double[] squares = new double[width];
        features.forEach(row, (column, value) -> {
            for (int output = 0; output < outputs; output++) {
                values[output] += (double) value * linear[column * outputs + output];
            }
            for (int i = 0; i < width; i++) {
                double product = (double) value * products[column * width + i];
                sums[i] += product;
                squares[i] += product * product;
            }
        });
        for (int output = 0; output < outputs; output++) {
            double twice = 0;
            for (int i = output * factors; i < (output + 1) * factors; i++) {
                twice += sums[i] * sums[i] - squares[i];
            }
            values[output] += biases[output] + twice / 2;
        }
        return values;
    }

    /** Draws {@link #values} of all rows, double, N × outputs. */
    Tensor draw(GraphBuilder graph, Tensor features) {
        long columns = linear.length / outputs;
        Tensor rows = graph.wide(features);
        Tensor weights = graph.wide(graph.floats(new long[] {columns, outputs}, linear));
        Tensor vectors = graph.wide(graph.floats(new long[] {columns, (long) outputs * factors}, products));
        Tensor sums = graph.apply("MatMul", rows, vectors);
        Tensor squares = graph.apply("MatMul", graph.apply("Mul", rows, rows), graph.apply("Mul", vectors, vectors));
        Tensor differences = graph.apply("Sub", graph.apply("Mul", sums, sums), squares);
        Tensor byOutput = graph.apply("Reshape", differences, graph.longs(new long[] {3}, -1, outputs, factors));
        Tensor twice = graph.apply(
                "ReduceSum", Attributes.none().with("keepdims", 0), byOutput, graph.longs(new long[] {1}, 2));
        Tensor half = graph.apply("Mul", twice, graph.wide(graph.floats(new long[] {1}, 0.5f)));
        Tensor bias = graph.wide(graph.floats(new long[] {1, outputs}, biases));
        return graph.apply("Add", graph.apply("Add", graph.apply("MatMul", rows, weights), bias), half);
    }
}
