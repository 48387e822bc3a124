package io.thresher.model.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.DrawnModel;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.GeneratedRows;
import io.thresher.model.ModelFamily;
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
import org.junit.jupiter.params.provider.EnumSource;

final class ForestTest {
    private static final Seed SEED = new Seed(31);
    private static final List<ModelFamily> FAMILIES = List.of(new RandomForestFamily(), new ExtraTreesFamily());

    private record Rows(FeatureMatrix features, Target target) {}

    /** The shares of the leaves are 1, 0, 0 and 0, ½, ½, the overall shares ½, ¼, ¼; both have one voice. */
    @Test
    void a_forest_of_one_tree_gives_leaf_shares_averaged_with_the_overall_shares() {
        FeatureMatrix features = matrix(1, 1, 2, 3, 4);
        Target target = Target.ofClasses(List.of("a", "b", "c"), new double[] {0, 0, 1, 2});
        Map<String, Object> values = Map.of("trees", 1, "minLeaf", 2, "sampling", "subset");
        Predictions found =
                fit(new RandomForestFamily(), features, target, values).predict(matrix(1, 1, 4));
        assertThat(found.values())
                .containsExactly(new float[] {0.75f, 0.125f, 0.125f, 0.25f, 0.375f, 0.375f}, within(1e-6f));
    }

    @Test
    void a_forest_of_one_tree_gives_the_means_of_its_leaves() {
        Target target = Target.ofNumbers(new double[] {10, 12, 30, 40});
        Map<String, Object> values = Map.of("trees", 1, "minLeaf", 2, "sampling", "subset");
        Predictions found = fit(new RandomForestFamily(), matrix(1, 1, 2, 3, 4), target, values)
                .predict(matrix(1, 2.5f, 2.6f));
        assertThat(found.values()).containsExactly(new float[] {11, 35}, within(1e-4f));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void many_trees_predict_noisy_rows_better_than_one(Task task) {
        Rows rows = noisy(task, 400, "training");
        Rows unseen = noisy(task, 400, "unseen");
        Metric metric = task.isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
        for (ModelFamily family : FAMILIES) {
            double one = loss(metric, family, rows, unseen, 1);
            double many = loss(metric, family, rows, unseen, 100);
            assertThat(many).isLessThan(0.9 * one);
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void extreme_and_missing_values_are_drawn_as_they_are_predicted(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 300, 4, SEED);
        FeatureMatrix odd = withOddValues(rows.features());
        for (ModelFamily family : FAMILIES) {
            FittedModel model = fit(family, odd, rows.target(), Map.of("trees", 30));
            Predictions expected = model.predict(odd);
            assertThat(expected.areFinite()).isTrue();
            try (DrawnModel drawn = DrawnModel.of(model, odd, rows.target().classes())) {
                float[] found = drawn.predict(odd).values();
                for (int i = 0; i < found.length; i++) {
                    float value = expected.values()[i];
                    assertThat(found[i]).isCloseTo(value, within(1e-5f * Math.max(1, Math.abs(value))));
                }
            }
        }
    }

    @Test
    void whether_a_value_is_missing_is_learned_from() {
        SplittableRandom random = SEED.random();
        float[] values = new float[300];
        double[] labels = new double[300];
        for (int row = 0; row < 300; row++) {
            labels[row] = random.nextInt(2);
            values[row] = labels[row] == 1 ? Float.NaN : (float) random.nextDouble();
        }
        for (ModelFamily family : FAMILIES) {
            Predictions found = fit(family, matrix(1, values), Target.ofClasses(List.of("a", "b"), labels), Map.of())
                    .predict(matrix(1, 0.5f, Float.NaN));
            assertThat(found.value(0, 1)).isLessThan(0.02f);
            assertThat(found.value(1, 1)).isGreaterThan(0.98f);
        }
    }

    @Test
    void entropy_and_gini_grow_different_trees_that_are_about_as_good() {
        Rows rows = noisy(Task.MULTICLASS, 400, "training");
        Rows unseen = noisy(Task.MULTICLASS, 400, "unseen");
        Predictions gini = predict(new RandomForestFamily(), rows, unseen, Map.of("criterion", "gini"));
        Predictions entropy = predict(new RandomForestFamily(), rows, unseen, Map.of("criterion", "entropy"));
        double[] truth = unseen.target().values();
        assertThat(entropy.values()).isNotEqualTo(gini.values());
        assertThat(Metric.LOG_LOSS.score(truth, entropy)).isCloseTo(Metric.LOG_LOSS.score(truth, gini), within(0.05));
    }

    @Test
    void trees_are_smaller_and_fewer_where_nodes_are_limited() {
        Rows rows = noisy(Task.REGRESSION, 400, "training");
        List<Integer> steps = new ArrayList<>();
        fit(
                new RandomForestFamily(),
                rows.features(),
                rows.target(),
                Map.of("maxNodes", 3000),
                (step, training, loss) -> {
                    steps.add(step);
                    return true;
                });
        assertThat(steps.get(steps.size() - 1)).as("about a hundred").isBetween(50, 150);
    }

    @Test
    void reports_come_after_groups_of_trees_and_after_the_last() {
        Rows rows = noisy(Task.BINARY, 100, "training");
        List<Integer> steps = new ArrayList<>();
        fit(new ExtraTreesFamily(), rows.features(), rows.target(), Map.of("trees", 25), (step, training, loss) -> {
            steps.add(step);
            return true;
        });
        assertThat(steps).containsExactly(10, 20, 25);
    }

    @Test
    void one_forest_of_five_is_delivered_with_three_fifths_of_its_trees() {
        Rows rows = noisy(Task.REGRESSION, 200, "training");
        Rows unseen = noisy(Task.REGRESSION, 200, "unseen");
        for (ModelFamily family : FAMILIES) {
            FittedModel five = fit(family, rows.features(), rows.target(), Map.of("trees", 5));
            float[] kept = five.asOneOf(5).predict(unseen.features()).values();
            float[] three = predict(family, rows, unseen, Map.of("trees", 3)).values();
            for (int i = 0; i < kept.length; i++) {
                assertThat(kept[i]).isCloseTo(three[i], withinPercentage(0.01));
            }
            assertThat(five.asOneOf(1).predict(unseen.features()).values())
                    .isEqualTo(five.predict(unseen.features()).values());
        }
    }

    private static double loss(Metric metric, ModelFamily family, Rows rows, Rows unseen, int trees) {
        return metric.score(unseen.target().values(), predict(family, rows, unseen, Map.of("trees", trees)));
    }

    private static Predictions predict(ModelFamily family, Rows rows, Rows unseen, Map<String, Object> values) {
        return fit(family, rows.features(), rows.target(), values).predict(unseen.features());
    }

    private static FittedModel fit(
            ModelFamily family, FeatureMatrix features, Target target, Map<String, Object> values) {
        return fit(family, features, target, values, TrainingProgress.UNOBSERVED);
    }

    private static FittedModel fit(
            ModelFamily family,
            FeatureMatrix features,
            Target target,
            Map<String, Object> values,
            TrainingProgress progress) {
        TrainingSet rows = new TrainingSet(features, target, features, target);
        return family.fit(rows, new Configuration(family.name(), values), SEED, progress);
    }

    /** Rows of which every fifth has the outcome of another. */
    private static Rows noisy(Task task, int rows, String part) {
        GeneratedRows generated = GeneratedRows.of(task, rows, 6, SEED.fork(part));
        int[] from = new int[rows];
        for (int row = 0; row < rows; row++) {
            from[row] = row % 5 == 0 ? (row + 5) % rows : row;
        }
        return new Rows(generated.features(), generated.target().take(from));
    }

    private static FeatureMatrix withOddValues(FeatureMatrix features) {
        float[] odd = {Float.NaN, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -0f};
        float[] values = features.values().clone();
        for (int i = 0; i < values.length; i += 3) {
            values[i] = odd[i / 3 % odd.length];
        }
        return new FeatureMatrix(features.names(), features.rows(), values);
    }

    private static FeatureMatrix matrix(int columns, float... values) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            names.add("feature " + column);
        }
        return new FeatureMatrix(names, values.length / columns, values);
    }
}
