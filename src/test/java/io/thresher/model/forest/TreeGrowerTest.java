package io.thresher.model.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TargetScale;
import io.thresher.model.tree.Comparison;
import io.thresher.model.tree.Tree;
import io.thresher.model.tree.TreeEnsemble;
import io.thresher.seed.Seed;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

final class TreeGrowerTest {
    private static final int DEPTH = 4;
    /** So few rows that each value has a range of its own, as in Tribuo's trees. */
    private static final int FEWER_THAN_RANGES = 250;

    private static final Seed SEED = new Seed(8);

    @Test
    void classes_are_divided_as_by_the_trees_of_tribuo() {
        GeneratedRows rows = GeneratedRows.of(Task.MULTICLASS, FEWER_THAN_RANGES, 3, SEED);
        MutableDataset<Label> dataset = dataset(
                rows,
                new LabelFactory(),
                IntStream.range(0, FEWER_THAN_RANGES)
                        .mapToObj(row -> new Label("" + (int) rows.target().value(row)))
                        .toList());
        var expected = new CARTClassificationTrainer(DEPTH, 1, 0, 1, new GiniIndex(), 1)
                .train(dataset)
                .predict(dataset);
        float[] found = evaluate(grow(rows, settings(rows).withDepth(DEPTH)), rows.features(), 3);
        for (int row = 0; row < expected.size(); row++) {
            for (int label = 0; label < 3; label++) {
                Label share = Objects.requireNonNull(
                        expected.get(row).getOutputScores().get("" + label));
                assertThat(found[3 * row + label]).isCloseTo((float) share.getScore(), within(1e-5f));
            }
        }
    }

    @Test
    void numbers_are_divided_as_by_the_trees_of_tribuo() {
        GeneratedRows rows = GeneratedRows.of(Task.REGRESSION, FEWER_THAN_RANGES, 3, SEED);
        TargetScale scale = TargetScale.of(rows.target());
        MutableDataset<Regressor> dataset = dataset(
                rows,
                new RegressionFactory(),
                IntStream.range(0, FEWER_THAN_RANGES)
                        .mapToObj(row -> new Regressor(
                                "y", scale.standardised(rows.target().value(row))))
                        .toList());
        var expected = new CARTRegressionTrainer(DEPTH, 1, 0, 1, false, new MeanSquaredError(), 1)
                .train(dataset)
                .predict(dataset);
        float[] found = evaluate(grow(rows, settings(rows).withDepth(DEPTH)), rows.features(), 1);
        for (int row = 0; row < expected.size(); row++) {
            assertThat(found[row])
                    .isCloseTo((float) expected.get(row).getOutput().getValues()[0], within(1e-5f));
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void a_tree_without_limits_knows_every_training_row(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 200, 5, SEED);
        for (Plan plan : new Plan[] {settings(rows), settings(rows).withDrawnThresholds()}) {
            float[] found = evaluate(grow(rows, plan), rows.features(), width(task));
            for (int row = 0; row < 200; row++) {
                double truth = rows.target().value(row);
                switch (task) {
                    case BINARY -> assertThat(found[row]).isEqualTo((float) truth);
                    case MULTICLASS -> assertThat(found[3 * row + (int) truth]).isEqualTo(1);
                    case REGRESSION ->
                        assertThat(found[row])
                                .isCloseTo(TargetScale.of(rows.target()).standardised(truth), within(1e-6f));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void a_row_that_is_there_twice_changes_nothing(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 120, 4, SEED).withMissing(9);
        int[] twice = IntStream.range(0, 240).map(i -> i / 2).toArray();
        float[] values = new float[240 * 4];
        for (int i = 0; i < 240; i++) {
            System.arraycopy(rows.features().row(i / 2), 0, values, 4 * i, 4);
        }
        FeatureMatrix doubled = new FeatureMatrix(rows.features().names(), 240, values);
        Tree once = grow(rows, settings(rows));
        Tree again = grow(doubled, rows.target().take(twice), settings(rows).withDraws(240));
        assertThat(again.nodes()).isEqualTo(once.nodes());
        assertThat(evaluate(again, rows.features(), width(task)))
                .containsExactly(evaluate(once, rows.features(), width(task)), within(1e-5f));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void leaves_hold_as_many_draws_as_asked_for(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 300, 3, SEED);
        for (Plan plan : new Plan[] {settings(rows), settings(rows).withDrawnThresholds()}) {
            int leaves = (grow(rows, plan.withMinLeaf(25)).nodes() + 1) / 2;
            assertThat(leaves).isBetween(2, 300 / 25);
        }
    }

    @Test
    void no_leaf_is_deeper_than_asked_for() {
        GeneratedRows rows = GeneratedRows.of(Task.REGRESSION, 300, 3, SEED);
        assertThat(grow(rows, settings(rows).withDepth(1)).nodes()).isEqualTo(3);
        assertThat(grow(rows, settings(rows).withDepth(2)).nodes()).isEqualTo(7);
    }

    @Test
    void a_node_divides_by_any_feature_where_the_drawn_ones_are_constant() {
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 200, 30, SEED);
        for (int column = 1; column < 30; column++) {
            rows = rows.withConstant(column, 1);
        }
        assertThat(grow(rows, settings(rows).withFeatures(1)).nodes()).isGreaterThan(1);
    }

    /** Settings of a test, changed one at a time. */
    private record Plan(int depth, int minLeaf, int features, int draws, boolean drawn) {

        Plan withDepth(int other) {
            return new Plan(other, minLeaf, features, draws, drawn);
        }

        Plan withMinLeaf(int other) {
            return new Plan(depth, other, features, draws, drawn);
        }

        Plan withFeatures(int other) {
            return new Plan(depth, minLeaf, other, draws, drawn);
        }

        Plan withDraws(int other) {
            return new Plan(depth, minLeaf, features, other, drawn);
        }

        Plan withDrawnThresholds() {
            return new Plan(depth, minLeaf, features, draws, true);
        }

        ForestSettings settings() {
            return new ForestSettings(1, Integer.MAX_VALUE, depth, minLeaf, features, draws, false, false, drawn);
        }
    }

    /** No limits, every row once, every feature at each split. */
    private static Plan settings(GeneratedRows rows) {
        return new Plan(
                Integer.MAX_VALUE, 1, rows.features().columns(), rows.features().rows(), false);
    }

    private static Tree grow(GeneratedRows rows, Plan plan) {
        return grow(rows.features(), rows.target(), plan);
    }

    private static Tree grow(FeatureMatrix features, Target target, Plan plan) {
        Outcomes outcomes = Outcomes.of(target, TargetScale.of(target));
        return new TreeGrower(new CodedColumns(features), outcomes, features.rows(), plan.settings()).grow(SEED);
    }

    private static int width(Task task) {
        return task == Task.MULTICLASS ? 3 : 1;
    }

    private static float[] evaluate(Tree tree, FeatureMatrix features, int width) {
        return new TreeEnsemble(Comparison.LESS_OR_EQUAL, new float[width], List.of(tree)).evaluate(features);
    }

    private static <T extends Output<T>> MutableDataset<T> dataset(
            GeneratedRows rows, OutputFactory<T> factory, List<T> outputs) {
        MutableDataset<T> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("rows", factory), factory);
        for (int row = 0; row < outputs.size(); row++) {
            float[] values = rows.features().row(row);
            String[] names =
                    IntStream.range(0, values.length).mapToObj(i -> "f" + i).toArray(String[]::new);
            double[] wide = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .toArray();
            dataset.add(new ArrayExample<>(outputs.get(row), names, wide));
        }
        return dataset;
    }
}
