package io.thresher.model.similarity;

/** The function a {@link MarginProblem} has: a row's value is Σ coefficient · kernel + bias. */
final class MarginSolution {
    private final double[] coefficients;
    private final double bias;
    private final double[] values;

    /** Takes over the arrays, one number a row each, without copying. */
    MarginSolution(double[] coefficients, double bias, double[] values) {
        this.coefficients = coefficients;
        this.bias = bias;
        this.values = values;
    }

    /** 0 for rows that are no support vectors. */
    double coefficient(int row) {
        return coefficients[row];
    }

    double bias() {
        return bias;
    }

    /** The value of a row, whether it took part or not. */
    double value(int row) {
        return values[row];
    }
}
