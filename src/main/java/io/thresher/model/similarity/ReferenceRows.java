package io.thresher.model.similarity;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Arrays;

/** Training rows that other rows are compared with, each feature multiplied by a weight first. */
final class ReferenceRows {
    private static final long DOUBLE = 11;

    private final int rows;
    private final float[] weights;
    /** Columns × rows: distances to all rows are sums over columns, which the compiler turns into vector code. */
    private final float[] values;

    private ReferenceRows(int rows, float[] weights, float[] values) {
        this.rows = rows;
        this.weights = weights;
        this.values = values;
    }

    /** All rows of {@code features}; {@code weights} has one number of at least 0 a column. */
    static ReferenceRows of(FeatureMatrix features, float[] weights) {
        int rows = features.rows();
        float[] values = new float[rows * features.columns()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < features.columns(); column++) {
                values[column * rows + row] = features.value(row, column) * weights[column];
            }
        }
        return new ReferenceRows(rows, weights.clone(), values);
    }

    int rows() {
        return rows;
    }

    /** Only the given ones of these rows. */
    ReferenceRows take(int[] taken) {
        float[] fewer = new float[taken.length * weights.length];
        for (int column = 0; column < weights.length; column++) {
            for (int i = 0; i < taken.length; i++) {
                fewer[column * taken.length + i] = values[column * rows + taken[i]];
            }
        }
        return new ReferenceRows(taken.length, weights, fewer);
    }

    /** Sum over the columns of the variance of these rows: half the mean squared distance of two of them. */
    double variance() {
        double variance = 0;
        for (int column = 0; column < weights.length; column++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < rows; row++) {
                double value = values[column * rows + row];
                sum += value;
                squares += value * value;
            }
            variance += Math.max(0, squares / rows - sum / rows * (sum / rows));
        }
        return variance;
    }

    /** Writes the squared distance of a row of {@code features} to each of these rows. */
    void squaredDistances(FeatureMatrix features, int row, double[] distances) {
        Arrays.fill(distances, 0, rows, 0);
        for (int column = 0; column < weights.length; column++) {
            add(column, features.value(row, column) * weights[column], 0, distances);
        }
    }

    /** Writes the squared distance of row {@code row} of these to each of these rows from {@code first} on. */
    void squaredDistancesFrom(int row, int first, double[] distances) {
        Arrays.fill(distances, first, rows, 0);
        for (int column = 0; column < weights.length; column++) {
            add(column, values[column * rows + row], first, distances);
        }
    }

    private void add(int column, double value, int first, double[] distances) {
        int start = column * rows;
        for (int other = first; other < rows; other++) {
            double difference = value - values[start + other];
            distances[other] += difference * difference;
        }
    }

    /** Draws {@link #squaredDistances} of all rows, double, N × rows. */
    Tensor drawSquaredDistances(GraphBuilder graph, Tensor features) {
        long columns = weights.length;
        Tensor row = wide(graph, graph.apply("Mul", features, graph.floats(new long[] {1, columns}, weights)));
        Tensor reference = wide(graph, graph.floats(new long[] {columns, rows}, values));
        Tensor product = graph.apply("MatMul", row, reference);
        Tensor both = graph.apply("Add", squares(graph, row, 1), squares(graph, reference, 0));
        Tensor distances = graph.apply("Sub", both, graph.apply("Add", product, product));
        return graph.apply("Relu", distances);
    }

    /** Draws a tensor of floats as one of doubles. */
    static Tensor wide(GraphBuilder graph, Tensor floats) {
        return graph.apply("Cast", Attributes.none().with("to", DOUBLE), floats);
    }

    /** Draws a tensor of doubles as one of floats. */
    static Tensor narrow(GraphBuilder graph, Tensor doubles) {
        return graph.apply("Cast", Attributes.none().with("to", 1), doubles);
    }

    private static Tensor squares(GraphBuilder graph, Tensor values, long axis) {
        return graph.apply(
                "ReduceSumSquare", Attributes.none().with("keepdims", 1), values, graph.longs(new long[] {1}, axis));
    }
}
