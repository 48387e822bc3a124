package io.thresher.model.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.GeneratedRows;
import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KernelFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new KernelFamily();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void probabilities_are_shares_of_rows_however_classes_are_balanced(double balance) {
        TrainingSet rows = rows(600, 600);
        Configuration configuration = new Configuration("kernel", Map.of("balance", balance));

        Predictions predictions = new KernelFamily()
                .fit(rows, configuration, SEED, TrainingProgress.UNOBSERVED)
                .predict(rows.validationFeatures());

        double mean = 0;
        double truth = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            mean += predictions.value(row, 1) / predictions.rows();
            truth += rows.validationTarget().value(row) / predictions.rows();
        }
        assertThat(truth).isBetween(0.1, 0.3);
        assertThat(mean).isCloseTo(truth, within(0.04));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void a_training_without_time_still_gives_a_model(Task task) {
        GeneratedRows unseen = unseen(task);

        Predictions predictions =
                fit(training(task), validation(task), new NoTime()).predict(unseen.features());

        assertThat(predictions.rows()).isEqualTo(unseen.features().rows());
        assertThat(predictions.areFinite()).isTrue();
    }

    @Test
    void says_no_to_more_rows_than_fit_into_a_kernel() {
        TrainingSet rows = rows(5_001, 10);

        assertThatThrownBy(() -> new KernelFamily()
                        .fit(rows, new Configuration("kernel", Map.of()), SEED, TrainingProgress.UNOBSERVED))
                .isInstanceOfSatisfying(
                        TrainingFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(TrainingFailure.Cause.INFEASIBLE))
                .hasMessageContaining("5,001 rows");
    }

    @Test
    void says_no_to_more_classes_than_it_trains_machines_for() {
        List<String> classes = IntStream.range(0, 21).mapToObj(i -> "c" + i).toList();
        double[] labels = IntStream.range(0, 42).mapToDouble(row -> row % 21).toArray();
        FeatureMatrix features = features(42, new SplittableRandom(8));
        Target target = Target.ofClasses(classes, labels);
        TrainingSet rows = new TrainingSet(features, target, features, target);

        assertThatThrownBy(() -> new KernelFamily()
                        .fit(rows, new Configuration("kernel", Map.of()), SEED, TrainingProgress.UNOBSERVED))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("at most 20", "got 21");
    }

    /** Rows of which a fifth are of the second class, whatever the only feature says. */
    private static TrainingSet rows(int training, int validation) {
        SplittableRandom random = new SplittableRandom(8);
        return new TrainingSet(
                features(training, random),
                target(training, random),
                features(validation, new SplittableRandom(8)),
                target(validation, new SplittableRandom(9)));
    }

    private static FeatureMatrix features(int rows, SplittableRandom random) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = (float) random.nextDouble();
        }
        return new FeatureMatrix(List.of("x"), rows, values);
    }

    private static Target target(int rows, SplittableRandom random) {
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < 0.2 ? 1 : 0;
        }
        return Target.ofClasses(List.of("no", "yes"), labels);
    }

    private static final class NoTime implements TrainingProgress {
        @Override
        public boolean report(int step, OptionalDouble trainingLoss, double validationLoss) {
            return true;
        }

        @Override
        public double secondsLeft() {
            return 0;
        }
    }
}
