package io.thresher.model.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FactorWeightsTest {
    private static final int COLUMNS = 5;
    private static final int OUTPUTS = 3;
    private static final int FACTORS = 2;

    @Test
    void a_value_is_the_sum_over_every_two_features() {
        SplittableRandom random = new Seed(3).random();
        float[] biases = numbers(random, OUTPUTS);
        float[] linear = numbers(random, COLUMNS * OUTPUTS);
        float[] products = numbers(random, COLUMNS * OUTPUTS * FACTORS);
        float[] row = numbers(random, COLUMNS);
        row[2] = 0;
        FactorWeights weights = new FactorWeights(OUTPUTS, FACTORS, biases, linear, products);

        double[] values = weights.values(matrix(1, row), 0);

        for (int output = 0; output < OUTPUTS; output++) {
            double expected = biases[output];
            for (int i = 0; i < COLUMNS; i++) {
                expected += (double) row[i] * linear[i * OUTPUTS + output];
                for (int j = i + 1; j < COLUMNS; j++) {
                    for (int factor = 0; factor < FACTORS; factor++) {
                        expected += (double) products[(i * OUTPUTS + output) * FACTORS + factor]
                                * products[(j * OUTPUTS + output) * FACTORS + factor]
                                * row[i]
                                * row[j];
                    }
                }
            }
            assertThat(values[output]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void learns_a_product_that_no_linear_model_can() {
        SplittableRandom random = new Seed(8).random();
        TrainingSet rows = new TrainingSet(
                matrix(800, numbers(random, 800 * COLUMNS)),
                Target.ofNumbers(new double[800]),
                matrix(200, numbers(random, 200 * COLUMNS)),
                Target.ofNumbers(new double[200]));
        TrainingSet products = new TrainingSet(
                rows.features(),
                Target.ofNumbers(products(rows.features())),
                rows.validationFeatures(),
                Target.ofNumbers(products(rows.validationFeatures())));

        try (FittedModel model = new FactorFamily()
                .fit(
                        products,
                        new Configuration("factorisation", Map.of("factors", 4)),
                        new Seed(1),
                        TrainingProgress.UNOBSERVED)) {
            double[] truth = products(rows.validationFeatures());
            assertThat(Metric.RMSE.score(truth, model.predict(rows.validationFeatures())))
                    .isLessThan(0.2);
        }
    }

    /** Of deviation 1. */
    private static double[] products(FeatureMatrix features) {
        double[] products = new double[features.rows()];
        for (int row = 0; row < products.length; row++) {
            products[row] = (double) features.value(row, 0) * features.value(row, 3);
        }
        return products;
    }

    private static FeatureMatrix matrix(int rows, float[] values) {
        return new FeatureMatrix(List.of("a", "b", "c", "d", "e"), rows, values);
    }

    private static float[] numbers(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
