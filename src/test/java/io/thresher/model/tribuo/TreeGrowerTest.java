package io.thresher.model.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Task;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TargetScale;
import io.thresher.model.tree.Comparison;
import io.thresher.model.tree.Tree;
import io.thresher.model.tree.TreeEnsemble;
import io.thresher.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

final class TreeGrowerTest {
    private static final int DEPTH = 4;
    /** So many rows that each value can have a range of its own, as in Tribuo's trees. */
    private static final int FEWER_THAN_RANGES = 250;

    private static final Seed SEED = new Seed(8);
    private static final TreeShape EVERY_FEATURE = new TreeShape(DEPTH, 1, 1, false);

    @ParameterizedTest
    @EnumSource(Task.class)
    void translated_tree_predicts_what_the_tree_of_tribuo_predicts_also_at_its_thresholds(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 500, 3, SEED);
        TreeGrower grower = grower(rows, new TreeShape(12, 1, 0.6, false));
        TreeModel<Regressor> model = grower.grow(SampledRows.all(outputs(rows)), SEED);
        FeatureMatrix asked = rows.withNeighbours();
        float[] translated = evaluate(
                grower.translated(model.getRoot()), asked, outputs(rows).width());
        String[] names = TribuoNames.of(3);
        Regressor nothing = new Regressor("none", 0);
        for (int row = 0; row < asked.rows(); row++) {
            double[] expected = model.predict(TribuoRows.example(asked, row, names, nothing))
                    .getOutput()
                    .getValues();
            for (int output = 0; output < expected.length; output++) {
                assertThat(translated[row * expected.length + output]).isEqualTo((float) expected[output]);
            }
        }
    }

    @Test
    void classes_are_divided_as_by_the_trees_of_tribuo() {
        GeneratedRows rows = GeneratedRows.of(Task.MULTICLASS, FEWER_THAN_RANGES, 3, SEED);
        Dataset<Label> dataset = TribuoRows.dataset(
                rows.features(),
                new LabelFactory(),
                row -> new Label(TribuoNames.name((int) rows.target().value(row))));
        Model<Label> expected =
                new CARTClassificationTrainer(DEPTH, 1, 0, 1, new GiniIndex(), SEED.value()).train(dataset);
        float[] found = evaluate(everyRow(rows), rows.features(), 3);
        List<Prediction<Label>> predictions = expected.predict(dataset);
        for (int row = 0; row < predictions.size(); row++) {
            for (int label = 0; label < 3; label++) {
                double share = LinearSolverTest.score(predictions.get(row), label);
                assertThat(found[3 * row + label]).isCloseTo((float) share, within(1e-5f));
            }
        }
    }

    @Test
    void numbers_are_divided_as_by_the_trees_of_tribuo() {
        GeneratedRows rows = GeneratedRows.of(Task.REGRESSION, FEWER_THAN_RANGES, 3, SEED);
        TargetScale scale = TargetScale.of(rows.target());
        Dataset<Regressor> dataset = TribuoRows.dataset(
                rows.features(),
                new RegressionFactory(),
                row -> new Regressor("y", scale.standardised(rows.target().value(row))));
        Model<Regressor> expected = new CARTJointRegressionTrainer(
                        DEPTH, 1, 0, 1, false, new MeanSquaredError(), false, SEED.value())
                .train(dataset);
        float[] found = evaluate(everyRow(rows), rows.features(), 1);
        List<Prediction<Regressor>> predictions = expected.predict(dataset);
        for (int row = 0; row < predictions.size(); row++) {
            assertThat(found[row])
                    .isCloseTo((float) predictions.get(row).getOutput().getValues()[0], within(1e-5f));
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void leaves_hold_as_many_draws_as_asked_for(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 300, 3, SEED);
        for (boolean drawn : new boolean[] {false, true}) {
            TreeGrower grower = grower(rows, new TreeShape(20, 25, 1, drawn));
            TreeModel<Regressor> model = grower.grow(SampledRows.all(outputs(rows)), SEED);
            long leaves = (model.countNodes(model.getRoot()) + 1L) / 2;
            assertThat(leaves).isBetween(2L, 300L / 25);
        }
    }

    @Test
    void a_node_divides_by_any_feature_where_the_drawn_ones_are_constant() {
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 200, 30, SEED);
        for (int column = 1; column < 30; column++) {
            rows = rows.withConstant(column, 1);
        }
        TreeModel<Regressor> model =
                grower(rows, new TreeShape(3, 1, 1.0 / 30, false)).grow(SampledRows.all(outputs(rows)), SEED);
        assertThat(model.countNodes(model.getRoot())).isGreaterThan(1);
    }

    /** The tree on every row once, each value in a range of its own. */
    private static Tree everyRow(GeneratedRows rows) {
        TreeGrower grower = grower(rows, EVERY_FEATURE);
        return grower.translated(
                grower.grow(SampledRows.all(outputs(rows)), SEED).getRoot());
    }

    private static TreeGrower grower(GeneratedRows rows, TreeShape shape) {
        return new TreeGrower(new BinnedFeatures(rows.features(), QuantileBins.MOST), outputs(rows), shape);
    }

    private static LearnedOutputs outputs(GeneratedRows rows) {
        return LearnedOutputs.of(rows.target(), TargetScale.of(rows.target()));
    }

    private static float[] evaluate(Tree tree, FeatureMatrix features, int width) {
        return new TreeEnsemble(Comparison.LESS_OR_EQUAL, new float[width], List.of(tree)).evaluate(features);
    }
}
