package io.thresher.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.thresher.data.Task;
import io.thresher.metric.Predictions;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every model family keeps to. A family that learns from features keeps to {@link LearningFamilyContract} too. */
public interface ModelFamilyContract {
    Seed SEED = new Seed(20);
    int COLUMNS = 4;
    int TRAINING_ROWS = 400;
    int OTHER_ROWS = 150;
    /** Most that a prediction in the graph may differ from the library's own, relative to it where it is above 1. */
    double PARITY = 1e-5;

    ModelFamily family();

    /** A configuration that trains in well under a second on a few hundred rows. */
    default Configuration configuration() {
        return new Configuration(family().name(), Map.of());
    }

    default GeneratedRows training(Task task) {
        return GeneratedRows.of(task, TRAINING_ROWS, COLUMNS, SEED.fork("training"));
    }

    default GeneratedRows validation(Task task) {
        return GeneratedRows.of(task, OTHER_ROWS, COLUMNS, SEED.fork("validation"));
    }

    /** Rows that no model is fitted with. */
    default GeneratedRows unseen(Task task) {
        return GeneratedRows.of(task, OTHER_ROWS, COLUMNS, SEED.fork("unseen"));
    }

    default FittedModel fit(GeneratedRows training, GeneratedRows validation, TrainingProgress progress) {
        TrainingSet rows =
                new TrainingSet(training.features(), training.target(), validation.features(), validation.target());
        return family().fit(rows, configuration(), SEED, progress);
    }

    default FittedModel fit(GeneratedRows training, GeneratedRows validation) {
        return fit(training, validation, TrainingProgress.UNOBSERVED);
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void predicts_one_column_an_output_and_probabilities_that_sum_to_one(Task task) {
        GeneratedRows unseen = unseen(task);
        try (FittedModel model = fit(training(task), validation(task))) {
            assertUsable(model.predict(unseen.features()), unseen);
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void drawn_graph_predicts_the_same_also_at_and_beside_training_values(Task task) {
        GeneratedRows training = training(task);
        try (FittedModel model = fit(training, validation(task))) {
            assertParity(model, training, training.withNeighbours());
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void same_seed_gives_the_same_bits(Task task) {
        try (FittedModel one = fit(training(task), validation(task));
                FittedModel other = fit(training(task), validation(task))) {
            float[] expected = one.predict(unseen(task).features()).values();
            assertThat(other.predict(unseen(task).features()).values()).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void reports_steps_in_order_with_a_finite_loss(Task task) {
        List<Integer> steps = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        fit(training(task), validation(task), (step, training, loss) -> {
                    steps.add(step);
                    losses.add(loss);
                    return true;
                })
                .close();
        assertThat(steps).isNotEmpty().doesNotHaveDuplicates().isSorted();
        assertThat(steps.get(0)).isPositive();
        assertThat(losses).allSatisfy(loss -> assertThat(loss).isFinite());
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void stops_when_told_to_and_keeps_a_model_that_works(Task task) {
        GeneratedRows unseen = unseen(task);
        List<Integer> steps = new ArrayList<>();
        try (FittedModel model = fit(training(task), validation(task), (step, training, loss) -> !steps.add(step))) {
            assertThat(steps).hasSize(1);
            assertUsable(model.predict(unseen.features()), unseen);
            assertParity(model, unseen, unseen.features());
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void learns_from_rows_with_missing_values_if_it_says_so(Task task) {
        assumeThat(family().demand().acceptsMissing()).isTrue();
        GeneratedRows unseen = unseen(task).withMissing(5);
        try (FittedModel model =
                fit(training(task).withMissing(7), validation(task).withMissing(11))) {
            assertUsable(model.predict(unseen.features()), unseen);
            assertParity(model, unseen, unseen.features());
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void takes_a_constant_column(Task task) {
        GeneratedRows unseen = unseen(task);
        try (FittedModel model =
                fit(training(task).withConstant(2, 7), validation(task).withConstant(2, 7))) {
            assertUsable(model.predict(unseen.features()), unseen);
            assertParity(model, unseen, unseen.features());
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    default void takes_a_single_feature(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, TRAINING_ROWS, 1, SEED);
        try (FittedModel model = fit(rows, GeneratedRows.of(task, OTHER_ROWS, 1, SEED.fork("validation")))) {
            assertUsable(model.predict(rows.features()), rows);
            assertParity(model, rows, rows.withNeighbours());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Task.class,
            names = {"BINARY", "MULTICLASS"})
    default void takes_a_class_that_no_validation_row_has(Task task) {
        GeneratedRows unseen = unseen(task);
        try (FittedModel model = fit(training(task), validation(task).withoutClass(1))) {
            assertUsable(model.predict(unseen.features()), unseen);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Task.class,
            names = {"BINARY", "MULTICLASS"})
    default void gives_hardly_any_probability_to_a_class_that_no_training_row_has(Task task) {
        GeneratedRows unseen = unseen(task);
        try (FittedModel model = fit(training(task).withoutClass(1), validation(task))) {
            Predictions predictions = model.predict(unseen.features());
            assertUsable(predictions, unseen);
            assertParity(model, unseen, unseen.features());
            double mean = 0;
            for (int row = 0; row < predictions.rows(); row++) {
                mean += predictions.value(row, 1) / predictions.rows();
            }
            assertThat(mean).isLessThan(0.1);
        }
    }

    @Test
    default void predicts_a_constant_target_as_it_is() {
        GeneratedRows training = training(Task.REGRESSION).withTarget(12.5);
        try (FittedModel model = fit(training, validation(Task.REGRESSION).withTarget(12.5))) {
            Predictions predictions = model.predict(unseen(Task.REGRESSION).features());
            for (int row = 0; row < predictions.rows(); row++) {
                assertThat(predictions.value(row, 0)).isCloseTo(12.5f, within(0.01f));
            }
        }
    }

    private static void assertUsable(Predictions predictions, GeneratedRows rows) {
        boolean classes = rows.target().task().isClassification();
        assertThat(predictions.rows()).isEqualTo(rows.features().rows());
        assertThat(predictions.width())
                .isEqualTo(classes ? rows.target().classes().size() : 1);
        assertThat(predictions.areFinite()).isTrue();
        for (int row = 0; classes && row < predictions.rows(); row++) {
            double sum = 0;
            for (int label = 0; label < predictions.width(); label++) {
                assertThat(predictions.value(row, label)).isBetween(0f, 1f);
                sum += predictions.value(row, label);
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    private static void assertParity(FittedModel model, GeneratedRows rows, FeatureMatrix features) {
        Predictions expected = model.predict(features);
        try (DrawnModel graph = DrawnModel.of(model, features, rows.target().classes())) {
            Predictions drawn = graph.predict(features);
            assertThat(drawn.width()).isEqualTo(expected.width());
            double worst = 0;
            for (int row = 0; row < expected.rows(); row++) {
                for (int output = 0; output < expected.width(); output++) {
                    double value = expected.value(row, output);
                    double difference = Math.abs(drawn.value(row, output) - value);
                    worst = Math.max(worst, difference / Math.max(1, Math.abs(value)));
                }
            }
            assertThat(worst).isLessThanOrEqualTo(PARITY);
        }
    }
}
