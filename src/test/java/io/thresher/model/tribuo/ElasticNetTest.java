package io.thresher.model.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.model.FeatureMatrix;
import io.thresher.seed.Seed;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held to closed forms, and to the conditions that hold at the optimum and nowhere else. */
final class ElasticNetTest {
    private static final int ROWS = 8;
    /** Columns of ±1 of which any two, and any one and a constant, are orthogonal: a Hadamard matrix without its first. */
    private static final float[] ORTHOGONAL = hadamard();

    @Test
    void orthogonal_columns_get_their_least_squares_weights_less_the_penalty() {
        double[] least = {3, -2, 0.4, -0.3, 0, 0.05, 1};
        double[] numbers = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = 5;
            for (int column = 0; column < ROWS - 1; column++) {
                numbers[row] += least[column] * ORTHOGONAL[row * (ROWS - 1) + column];
            }
        }
        ElasticNet lasso = new ElasticNet(columns(ROWS - 1, ORTHOGONAL), numbers, () -> true);

        lasso.solve(0.35, 1);

        // Soft thresholding (Tibshirani: Regression shrinkage and selection via the lasso, 1996, section 2.2).
        assertThat(lasso.weights()).containsExactly(new double[] {2.65, -1.65, 0.05, 0, 0, 0, 0.65}, within(1e-9));
        assertThat(lasso.bias()).isCloseTo(5, within(1e-9));
    }

    @Test
    void orthogonal_columns_shrink_further_where_squares_are_part_of_the_penalty() {
        double[] numbers = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = 3 * ORTHOGONAL[row * (ROWS - 1)] - 2 * ORTHOGONAL[row * (ROWS - 1) + 1];
            numbers[row] += 0.1 * ORTHOGONAL[row * (ROWS - 1) + 2];
        }
        ElasticNet net = new ElasticNet(columns(ROWS - 1, ORTHOGONAL), numbers, () -> true);

        net.solve(0.5, 0.4);

        // S(z, λα) / (1 + λ (1 − α)) (Friedman, Hastie and Tibshirani 2010, equation 5).
        assertThat(net.weights()).containsExactly(new double[] {2.8 / 1.3, -1.8 / 1.3, 0, 0, 0, 0, 0}, within(1e-9));
    }

    @Test
    void columns_that_say_the_same_share_a_weight() {
        float[] values = {1, 1, -1, -1, 2, 2, -2, -2};
        double[] numbers = {1, -1, 2, -2};
        ElasticNet net = new ElasticNet(columns(2, values), numbers, () -> true);

        net.solve(0.1, 0.5);

        // With w each: the slope 2.5 (1 − 2w) is what λ (α + (1 − α) w) is.
        double each = (2.5 - 0.05) / (5 + 0.05);
        assertThat(net.weights()).containsExactly(new double[] {each, each}, within(2e-3));
    }

    @Test
    void squares_alone_are_ridge_regression() {
        float[] values = {1, 2, 3, 4};
        ElasticNet net = new ElasticNet(columns(1, values), new double[] {2, 4, 6, 8}, () -> true);

        net.solve(0.75, 0);

        assertThat(net.weights()).containsExactly(new double[] {2.5 / (1.25 + 0.75)}, within(1e-9));
    }

    @Test
    void a_constant_column_and_a_column_off_the_middle_cost_no_weight() {
        float[] values = {7, 1, 7, 2, 7, 3, 7, 4};
        ElasticNet lasso = new ElasticNet(columns(2, values), new double[] {12, 14, 16, 18}, () -> true);

        lasso.solve(0.125, 1);

        // The variance is 1.25: the slope of 2 loses λ / 1.25.
        assertThat(lasso.weights()).containsExactly(new double[] {0, 1.9}, within(1e-9));
        assertThat(lasso.bias()).isCloseTo(15 - 1.9 * 2.5, within(1e-9));
    }

    @Test
    void what_is_left_goes_with_a_column_as_the_penalty_allows() {
        int rows = 400;
        int count = 30;
        double lambda = 0.02;
        SplittableRandom random = new Seed(5).random();
        float[] values = new float[rows * count];
        double[] numbers = new double[rows];
        for (int row = 0; row < rows; row++) {
            double common = random.nextGaussian();
            for (int column = 0; column < count; column++) {
                boolean zero = column % 3 == 0 && random.nextInt(4) > 0;
                values[row * count + column] = zero ? 0 : (float) (common + random.nextGaussian() + column % 2);
            }
            numbers[row] = values[row * count] - values[row * count + 7] + random.nextGaussian();
        }
        ElasticNet lasso = new ElasticNet(columns(count, values), numbers, () -> true);

        lasso.solve(lambda, 1);

        double[] weights = lasso.weights();
        double[] left = left(values, numbers, weights, lasso.bias());
        assertThat(IntStream.range(0, count).filter(column -> weights[column] == 0))
                .hasSizeBetween(3, count - 3);
        for (int column = 0; column < count; column++) {
            double slope = 0;
            for (int row = 0; row < rows; row++) {
                slope += left[row] * values[row * count + column] / rows;
            }
            if (weights[column] == 0) {
                assertThat(Math.abs(slope)).isLessThanOrEqualTo(lambda + 1e-4);
            } else {
                assertThat(slope).isCloseTo(Math.copySign(lambda, weights[column]), within(1e-4));
            }
        }
    }

    @Test
    void ends_where_it_is_told_to() {
        int[] asked = {0};
        ElasticNet lasso = new ElasticNet(
                columns(ROWS - 1, ORTHOGONAL), new double[] {1, 2, 3, 4, 5, 6, 7, 9}, () -> asked[0]++ < 1);

        lasso.solve(1e-6, 1);

        assertThat(lasso.weights()).contains(0).isNotEqualTo(new double[ROWS - 1]);
        assertThat(lasso.bias()).isEqualTo(4.625);
    }

    private static double[] left(float[] values, double[] numbers, double[] weights, double bias) {
        double[] left = numbers.clone();
        for (int row = 0; row < left.length; row++) {
            left[row] -= bias;
            for (int column = 0; column < weights.length; column++) {
                left[row] -= weights[column] * values[row * weights.length + column];
            }
        }
        return left;
    }

    private static float[] hadamard() {
        float[] values = new float[ROWS * (ROWS - 1)];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 1; column < ROWS; column++) {
                values[row * (ROWS - 1) + column - 1] = Integer.bitCount(row & column) % 2 == 0 ? 1 : -1;
            }
        }
        return values;
    }

    private static SparseColumns columns(int count, float[] values) {
        List<String> names =
                IntStream.range(0, count).mapToObj(column -> "c" + column).toList();
        return SparseColumns.of(new FeatureMatrix(names, values.length / count, values));
    }
}
