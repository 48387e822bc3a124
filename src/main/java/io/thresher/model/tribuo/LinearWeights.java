package io.thresher.model.tribuo;

import de.bwaldvogel.liblinear.Model;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Weights of linear functions of the features, one function an output: {@code x · W + b}, with W of columns × outputs.
 */
final class LinearWeights {
    private static final long FLOAT32 = 1;
    private static final long FLOAT64 = 11;

    private final int columns;
    private final int outputs;
    private final float[] weights;
    private final float[] biases;

    /** All weights 0, all biases {@code bias}. */
    LinearWeights(int columns, int outputs, float bias) {
        this.columns = columns;
        this.outputs = outputs;
        this.weights = new float[columns * outputs];
        this.biases = new float[outputs];
        Arrays.fill(biases, bias);
    }

    /** One function, with a weight for each column. */
    static LinearWeights ofOne(double[] weights, double bias) {
        LinearWeights one = new LinearWeights(weights.length, 1, (float) bias);
        for (int column = 0; column < weights.length; column++) {
            one.weights[column] = (float) weights[column];
        }
        return one;
    }

    int outputs() {
        return outputs;
    }

    /**
     * Sets the function of {@code output} to {@code sign} times one of LibLinear's. LibLinear keeps one row of numbers
     * for each feature it knows, in its order, and a last one for the bias.
     *
     * @param function which of LibLinear's functions
     * @param columnOf column of LibLinear's n-th feature
     */
    void take(int output, Model model, int function, int sign, IntUnaryOperator columnOf) {
        double[] given = model.getFeatureWeights();
        int features = model.getNrFeature();
        int functions = given.length / (features + 1);
        for (int feature = 0; feature < features; feature++) {
            weights[columnOf.applyAsInt(feature) * outputs + output] =
                    sign * (float) given[feature * functions + function];
        }
        biases[output] = sign * (float) given[features * functions + function];
    }

    /** The value of each function for a row. */
    double[] values(FeatureMatrix features, int row) {
        double[] values = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            values[output] = biases[output];
        }
        features.forEach(row, (column, value) -> {
            for (int output = 0; output < outputs; output++) {
                values[output] += (double) value * weights[column * outputs + output];
            }
        });
        return values;
    }

    /**
     * Draws {@link #values} for all rows, float64, N × outputs: in single precision a row that is far out would lose in large
     * sums what decides between classes, and the processor's order of adding would show.
     */
    Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor matrix = drawDoubles(graph, graph.floats(new long[] {columns, outputs}, weights));
        Tensor bias = drawDoubles(graph, graph.floats(new long[] {1, outputs}, biases));
        return graph.apply("Add", graph.apply("MatMul", drawDoubles(graph, features), matrix), bias);
    }

    private static Tensor drawDoubles(GraphBuilder graph, Tensor floats) {
        return graph.apply("Cast", Attributes.none().with("to", FLOAT64), floats);
    }

    /** Draws double precision numbers as float32. */
    static Tensor drawFloats(GraphBuilder graph, Tensor doubles) {
        return graph.apply("Cast", Attributes.none().with("to", FLOAT32), doubles);
    }
}
