package io.thresher.model.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.Constraints;
import io.thresher.model.Direction;
import io.thresher.model.DrawnModel;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of one feature x in [0, 1) whose target follows a known law. */
final class ObjectivesTest {
    private static final int ROWS = 3000;
    private static final Configuration PLAIN = new Configuration("xgboost", Map.of());

    /** Rows of a class of 5 % weigh 19 times as much; probabilities must be those of the rows as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"gbtree", "forest", "dart"})
    void balanced_weights_leave_probabilities_honest(String booster) {
        FeatureMatrix features = features(1);
        Target target = rareClass(features, List.of("no", "yes"));

        Predictions predictions = fitted(features, target, booster);

        assertThat(mean(predictions, 1)).isCloseTo(0.05, within(0.012));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbtree", "forest", "gblinear"})
    void balanced_weights_of_three_classes_leave_probabilities_honest(String booster) {
        FeatureMatrix features = features(2);
        Target target = rareClass(features, List.of("no", "yes", "other"));

        Predictions predictions = fitted(features, target, booster);

        assertThat(mean(predictions, 1)).isCloseTo(0.05, within(0.012));
    }

    /** The mean of y given x is e to the power of 2x; every loss for such numbers finds it, the median aside. */
    @ParameterizedTest
    @ValueSource(
            strings = {"squaredError", "pseudoHuber", "absoluteError", "poisson", "tweedie", "gamma", "logSquaredError"
            })
    void each_loss_learns_numbers_and_is_drawn_as_it_predicts(String loss) {
        FeatureMatrix features = features(3);
        SplittableRandom random = new SplittableRandom(4);
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = 1000 * Math.exp(2 * features.value(row, 0)) * (0.9 + 0.2 * random.nextDouble());
        }
        Target target = Target.ofNumbers(values);
        List<Double> losses = new ArrayList<>();
        TrainingSet rows = new TrainingSet(features, target, features, target);
        Configuration configuration =
                new Configuration("xgboost", Map.of("regressionLoss", loss, "rounds", 80, "maxDepth", 3));

        try (FittedModel model = new XGBoostFamily()
                        .fit(rows, configuration, new Seed(1), (step, training, validation) -> {
                            losses.add(validation);
                            return true;
                        });
                DrawnModel drawn = DrawnModel.of(model, features, List.of())) {
            Predictions predictions = model.predict(features);
            Predictions fromGraph = drawn.predict(features);
            double rmse = Metric.RMSE.score(values, predictions);
            double lowest =
                    losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();

            assertThat(rmse).isLessThan(300);
            assertThat(lowest).as("reported in the unit of the target").isCloseTo(rmse, within(1e-3 * rmse));
            for (int row = 0; row < ROWS; row++) {
                float expected = predictions.value(row, 0);
                assertThat(fromGraph.value(row, 0)).isCloseTo(expected, within(1e-5f * expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"poisson", "tweedie", "gamma", "logSquaredError"})
    void numbers_below_zero_do_not_fit_every_loss(String loss) {
        Target target = Target.ofNumbers(new double[] {1, -2, 3});

        assertThatThrownBy(() -> regression(loss, target, Constraints.NONE))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining(loss)
                .hasMessageContaining("-2");
    }

    @Test
    void medians_keep_to_no_direction() {
        Constraints rising = new Constraints(Map.of("x", Direction.INCREASING), List.of());

        assertThatThrownBy(() -> regression("absoluteError", Target.ofNumbers(new double[] {1, 2}), rising))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("direction");
    }

    @Test
    void a_loss_for_numbers_means_nothing_to_classes() {
        Target target = Target.ofClasses(List.of("a", "b"), new double[] {0, 1, 1});
        Configuration configuration = new Configuration("xgboost", Map.of("regressionLoss", "gamma"));

        assertThat(Objectives.of(configuration, BoosterKind.GBTREE, target, Constraints.NONE))
                .isInstanceOf(TwoClassObjective.class);
    }

    private static Objective regression(String loss, Target target, Constraints constraints) {
        Configuration configuration = new Configuration("xgboost", Map.of("regressionLoss", loss));
        return Objectives.of(configuration, BoosterKind.of(PLAIN), target, constraints);
    }

    private static Predictions fitted(FeatureMatrix features, Target target, String booster) {
        Configuration configuration = new Configuration(
                "xgboost",
                Map.of("classWeights", "balanced", "booster", booster, "rounds", 60, "maxDepth", 3, "forestDepth", 4));
        TrainingSet rows = new TrainingSet(features, target, features, target);
        try (FittedModel model =
                new XGBoostFamily().fit(rows, configuration, new Seed(1), TrainingProgress.UNOBSERVED)) {
            return model.predict(features);
        }
    }

    /** The second class is 10 % where x is above a half and never below; others share the rest. */
    private static Target rareClass(FeatureMatrix features, List<String> classes) {
        SplittableRandom random = new SplittableRandom(9);
        double[] labels = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean rare = features.value(row, 0) > 0.5 && random.nextInt(10) == 0;
            labels[row] = rare ? 1 : classes.size() == 2 ? 0 : 2 * random.nextInt(2);
        }
        return Target.ofClasses(classes, labels);
    }

    private static double mean(Predictions predictions, int label) {
        double sum = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            sum += predictions.value(row, label);
        }
        return sum / predictions.rows();
    }

    private static FeatureMatrix features(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = (float) random.nextDouble();
        }
        return new FeatureMatrix(List.of("x"), ROWS, values);
    }
}
