package io.thresher.model.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Task;
import io.thresher.metric.Predictions;
import io.thresher.model.DrawnModel;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TargetScale;
import io.thresher.seed.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;

final class LinearSolverTest {
    private static final Seed SEED = new Seed(9);
    /** More than nine columns: as words, "10" comes before "2". */
    private static final int COLUMNS = 12;

    @ParameterizedTest
    @EnumSource(
            value = Task.class,
            names = {"BINARY", "MULTICLASS"})
    void weights_give_the_probabilities_that_tribuo_gives(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 300, COLUMNS, SEED);
        LinearSolver solver = new LinearSolver(1, 0);
        Model<Label> expected = solver.trainedOnClasses(rows.features(), rows.target(), SEED);
        Predictions found =
                solver.classifier(rows.features(), rows.target(), SEED).predict(rows.features());
        String[] names = TribuoNames.of(COLUMNS);
        for (int row = 0; row < found.rows(); row++) {
            Prediction<Label> given =
                    expected.predict(TribuoRows.example(rows.features(), row, names, new Label("unknown")));
            for (int label = 0; label < found.width(); label++) {
                assertThat(found.value(row, label)).isCloseTo((float) score(given, label), within(1e-6f));
            }
        }
    }

    @Test
    void weights_give_the_numbers_that_tribuo_gives() {
        GeneratedRows rows = GeneratedRows.of(Task.REGRESSION, 300, COLUMNS, SEED);
        TargetScale scale = TargetScale.of(rows.target());
        LinearSolver solver = new LinearSolver(1, 0);
        Model<Regressor> expected = solver.trainedOnNumbers(rows.features(), rows.target(), scale, SEED);
        Predictions found = solver.regressor(rows.features(), rows.target(), SEED, () -> true)
                .predict(rows.features());
        String[] names = TribuoNames.of(COLUMNS);
        Regressor nothing = new Regressor("none", 0);
        for (int row = 0; row < found.rows(); row++) {
            double value = expected.predict(TribuoRows.example(rows.features(), row, names, nothing))
                    .getOutput()
                    .getValues()[0];
            assertThat(found.value(row, 0)).isCloseTo(scale.restored((float) value), within(0.5f));
        }
    }

    @Test
    void absolute_penalty_leaves_out_features_that_mean_nothing() {
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 300, COLUMNS, SEED);
        FeatureMatrix features = rows.features();
        float[] changed = features.values().clone();
        for (int row = 0; row < features.rows(); row++) {
            changed[row * COLUMNS + COLUMNS - 1] = 100;
        }
        LinearClassifier sparse = new LinearSolver(0.05, 1).classifier(features, rows.target(), SEED);
        assertThat(sparse.predict(new FeatureMatrix(features.names(), features.rows(), changed))
                        .values())
                .containsExactly(sparse.predict(features).values());
    }

    @Test
    void rows_far_from_every_class_still_get_probabilities() {
        GeneratedRows rows = GeneratedRows.of(Task.MULTICLASS, 300, 2, SEED);
        float[] far = new float[2 * 400];
        for (int i = 0; i < 400; i++) {
            far[2 * i] = (float) (1e6 * Math.cos(i));
            far[2 * i + 1] = (float) (1e6 * Math.sin(i));
        }
        Predictions predictions = new LinearSolver(1, 0)
                .classifier(rows.features(), rows.target(), SEED)
                .predict(new FeatureMatrix(rows.features().names(), 400, far));
        assertThat(predictions.areFinite()).isTrue();
    }

    @Test
    void the_graph_tells_classes_apart_that_a_row_is_far_from_as_the_weights_do() {
        GeneratedRows rows = GeneratedRows.of(Task.MULTICLASS, 300, 2, SEED);
        LinearClassifier model = new LinearSolver(1, 0).classifier(rows.features(), rows.target(), SEED);
        float[] far = new float[2 * 2000];
        for (int i = 0; i < 2000; i++) {
            double distance = Math.pow(10, i % 20 / 4.0);
            far[2 * i] = (float) (distance * Math.cos(i));
            far[2 * i + 1] = (float) (distance * Math.sin(i));
        }
        FeatureMatrix features = new FeatureMatrix(rows.features().names(), 2000, far);
        Predictions expected = model.predict(features);
        try (DrawnModel graph =
                DrawnModel.of(model, rows.features(), rows.target().classes())) {
            assertThat(graph.predict(features).values()).containsExactly(expected.values(), within(1e-6f));
        }
    }

    /** What Tribuo gives for the class of that number. */
    static double score(Prediction<Label> prediction, int label) {
        return prediction.getOutputScores().values().stream()
                .filter(score -> score.getLabel().equals(TribuoNames.name(label)))
                .mapToDouble(Label::getScore)
                .findFirst()
                .orElseThrow();
    }
}
