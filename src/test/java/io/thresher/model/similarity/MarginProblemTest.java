package io.thresher.model.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Task;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.GeneratedRows;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known answers are those of LIBSVM 3.25 for the same rows, kernel and costs, with its default tolerance. */
final class MarginProblemTest {
    private static final Seed SEED = new Seed(5);
    private static final double GAMMA = 0.4;
    private static final double TUBE = 0.1;
    /** Both solvers stop within a thousandth of the optimality conditions. */
    private static final double CLOSE = 5e-3;

    /** Cost to the decision values of the first rows. */
    private static final Map<Double, List<Double>> MARGINS = Map.ofEntries(
            Map.entry(
                    0.1,
                    List.of(
                            -0.3074, -0.0668, 0.0072, 0.3945, -1.1242, 0.5266, -0.9068, -1.2017, 0.1669, -0.3972,
                            -0.4250, 0.2210)),
            Map.entry(
                    1.0,
                    List.of(
                            -0.5115, 0.9926, 0.5280, 1.2767, -2.0585, 1.2138, -1.5447, -1.9988, 1.0000, -0.9999,
                            -0.8002, 0.9999)),
            Map.entry(
                    50.0,
                    List.of(
                            -1.0000, 1.0000, 1.0001, 1.9427, -3.0213, 1.3739, -2.2543, -2.4215, 1.2646, -0.9998,
                            -1.0001, 1.5034)));
    /** Cost to the numbers of the first rows. */
    private static final Map<Double, List<Double>> NUMBERS = Map.ofEntries(
            Map.entry(
                    0.1,
                    List.of(
                            -0.0787, 0.1524, 0.1409, 0.4773, -0.6763, 0.4661, -0.6471, -0.7261, 0.4523, -0.1100,
                            -0.2236, 0.3359)),
            Map.entry(
                    1.0,
                    List.of(
                            -0.3049, 1.1551, 0.2472, 1.0084, -0.6767, 0.7233, -0.9822, -0.8702, 0.8965, -0.1100,
                            -0.3440, 0.9779)),
            Map.entry(
                    50.0,
                    List.of(
                            -0.3053, 1.3069, 0.2476, 1.1860, -0.6380, 0.7229, -0.8120, -1.0615, 0.8662, -0.1093,
                            -0.3911, 1.0665)));

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 50})
    void margins_are_those_of_libsvm(double cost) {
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 200, 4, SEED);
        double[] signs = Arrays.stream(rows.target().values())
                .map(label -> label == 1 ? 1 : -1)
                .toArray();

        MarginSolution found = classes(rows.features(), signs, cost, -1);

        assertThat(first(found)).containsExactly(known(MARGINS, cost), within(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 50})
    void regression_is_that_of_libsvm(double cost) {
        GeneratedRows rows = GeneratedRows.of(Task.REGRESSION, 200, 4, SEED);
        double[] aims = Arrays.stream(rows.target().values())
                .map(value -> (float) ((value - 300_000) / 100_000))
                .toArray();

        MarginSolution found = numbers(rows.features(), aims, cost);

        assertThat(first(found)).containsExactly(known(NUMBERS, cost), within(CLOSE));
    }

    @Test
    void a_row_without_bound_takes_no_part_but_gets_its_value() {
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 120, 3, SEED);
        double[] signs = Arrays.stream(rows.target().values())
                .map(label -> label == 1 ? 1 : -1)
                .toArray();
        double[] turned = signs.clone();
        turned[7] = -turned[7];

        MarginSolution without = classes(rows.features(), signs, 1, 7);
        MarginSolution turnedWithout = classes(rows.features(), turned, 1, 7);

        assertThat(without.coefficient(7)).isZero();
        assertThat(without.value(7)).isCloseTo(turnedWithout.value(7), within(1e-9));
        assertThat(without.value(7)).isCloseTo(valueByCoefficients(rows.features(), without, 7), within(1e-5));
    }

    private static double valueByCoefficients(FeatureMatrix features, MarginSolution solution, int row) {
        float[] kernels = kernel(features).row(row);
        double value = solution.bias();
        for (int other = 0; other < kernels.length; other++) {
            value += solution.coefficient(other) * kernels[other];
        }
        return value;
    }

    private static MarginSolution classes(FeatureMatrix features, double[] labels, double cost, int without) {
        byte[] signs = new byte[labels.length];
        double[] linear = new double[labels.length];
        double[] bounds = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            signs[row] = (byte) labels[row];
            linear[row] = -1;
            bounds[row] = row == without ? 0 : cost;
        }
        return new MarginProblem(kernel(features), signs, linear, bounds).solve(() -> true);
    }

    private static MarginSolution numbers(FeatureMatrix features, double[] aims, double cost) {
        int rows = aims.length;
        byte[] signs = new byte[2 * rows];
        double[] linear = new double[2 * rows];
        double[] bounds = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            signs[row] = 1;
            signs[rows + row] = -1;
            linear[row] = TUBE - aims[row];
            linear[rows + row] = TUBE + aims[row];
        }
        Arrays.fill(bounds, cost);
        return new MarginProblem(kernel(features), signs, linear, bounds).solve(() -> true);
    }

    private static KernelMatrix kernel(FeatureMatrix features) {
        float[] alike = new float[features.columns()];
        Arrays.fill(alike, 1);
        return KernelMatrix.of(ReferenceRows.of(features, alike), GAMMA);
    }

    private static double[] first(MarginSolution solution) {
        return IntStream.range(0, 12).mapToDouble(solution::value).toArray();
    }

    private static double[] known(Map<Double, List<Double>> answers, double cost) {
        return Objects.requireNonNull(answers.get(cost)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
