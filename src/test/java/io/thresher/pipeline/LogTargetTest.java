package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.baseline.BaselineFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.model.xgboost.XGBoostFamily;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogTargetTest {
    private static final int ROWS = 2_000;

    @Test
    void what_grows_by_factors_is_learned_as_a_line() {
        Pipeline.Rows training = growing(1, 3, 0.05);
        Pipeline.Rows others = growing(2, 3, 0.05);

        double plain = error(new LinearFamily(), "none", training, others);
        double log = error(new LinearFamily(), "log", training, others);

        assertThat(log).isLessThan(plain / 4);
    }

    @Test
    void the_mean_is_kept_where_noise_is_large() {
        Pipeline.Rows training = growing(1, 0, 0.8);
        Pipeline.Rows others = growing(2, 0, 0.8);

        double predicted =
                predict(new BaselineFamily(), "log", training, others).value(0, 0);

        // The power of the mean logarithm would be 27 % below.
        double mean = Arrays.stream(others.target().values()).average().orElseThrow();
        assertThat(predicted).isCloseTo(mean, within(0.08 * mean));
    }

    @Test
    void a_line_does_not_run_away_beyond_what_was_seen() {
        Pipeline.Rows training = growing(1, 3, 0.05);
        Pipeline.Rows far = new Pipeline.Rows(
                new Table(1, List.of(new NumberColumn("x", new float[] {100}))), Target.ofNumbers(new double[] {0}));

        double highest = Arrays.stream(training.target().values()).max().orElseThrow();
        assertThat((double) predict(new LinearFamily(), "log", training, far).value(0, 0))
                .isCloseTo(highest, within(0.2 * highest));
    }

    @Test
    void numbers_below_0_are_refused() {
        Pipeline.Rows rows =
                new Pipeline.Rows(
                        new Table(3, List.of(new NumberColumn("x", new float[] {1, 2, 3}))),
                        Target.ofNumbers(new double[] {-1, 2, 3}));

        assertThatThrownBy(() -> predict(new LinearFamily(), "log", rows, rows))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("targetTransform")
                .hasMessageContaining("-1.0");
    }

    @Test
    void losses_of_logarithms_are_compared_with_no_curve() {
        assertThat(pipeline(new XGBoostFamily(), "none").plannedSteps()).isNotEmpty();
        assertThat(pipeline(new XGBoostFamily(), "log").plannedSteps()).isEmpty();
    }

    private static Pipeline pipeline(ModelFamily family, String transform) {
        return new Pipeline(
                RepairRecipe.NONE, family, new Configuration(family.name(), Map.of("targetTransform", transform)));
    }

    private static Predictions predict(
            ModelFamily family, String transform, Pipeline.Rows training, Pipeline.Rows others) {
        try (FittedPipeline fitted =
                pipeline(family, transform).fit(training, training, new Seed(1), TrainingProgress.UNOBSERVED)) {
            return fitted.predict(others.table());
        }
    }

    private static double error(ModelFamily family, String transform, Pipeline.Rows training, Pipeline.Rows others) {
        return Metric.RMSE.score(others.target().values(), predict(family, transform, training, others));
    }

    /** Numbers that grow by a power of x, with so much noise in their logarithms. */
    private static Pipeline.Rows growing(long seed, double power, double noise) {
        SplittableRandom random = new Seed(seed).random();
        float[] x = new float[ROWS];
        double[] y = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            x[row] = (float) random.nextDouble();
            y[row] = Math.exp(5 + power * x[row] + noise * random.nextGaussian());
        }
        return new Pipeline.Rows(new Table(ROWS, List.of(new NumberColumn("x", x))), Target.ofNumbers(y));
    }
}
