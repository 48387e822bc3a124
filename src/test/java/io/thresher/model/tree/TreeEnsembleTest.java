package io.thresher.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.metric.Predictions;
import io.thresher.model.DrawnModel;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TreeEnsembleTest {
    private static final float THRESHOLD = 0.1f;

    @Test
    void less_sends_a_value_at_the_threshold_right() {
        assertThat(stump(Comparison.LESS, false).evaluate(column(Math.nextDown(THRESHOLD), THRESHOLD)))
                .containsExactly(1, 2);
    }

    @Test
    void less_or_equal_sends_a_value_at_the_threshold_left() {
        assertThat(stump(Comparison.LESS_OR_EQUAL, false).evaluate(column(THRESHOLD, Math.nextUp(THRESHOLD))))
                .containsExactly(1, 2);
    }

    @Test
    void missing_values_go_where_the_split_says() {
        assertThat(stump(Comparison.LESS, true).evaluate(column(Float.NaN))).containsExactly(1);
        assertThat(stump(Comparison.LESS, false).evaluate(column(Float.NaN))).containsExactly(2);
    }

    @Test
    void outputs_are_sums_over_trees_plus_a_constant() {
        TreeEnsemble ensemble = new TreeEnsemble(
                Comparison.LESS,
                new float[] {10, 20, 30},
                List.of(leaf(0, 1f, 2f, 3f), leaf(1, 0.5f), leaf(1, 0.25f), leaf(1, 4f, 5f)));
        assertThat(ensemble.evaluate(column(0))).containsExactly(11, 26.75f, 38);
    }

    @Test
    void a_split_without_children_is_refused() {
        TreeBuilder builder = new TreeBuilder(0, 1);
        builder.split(0, 1, false);
        assertThatThrownBy(builder::build).hasMessageContaining("split 0");
    }

    @Test
    void trees_of_a_single_leaf_are_drawn() {
        assertDrawnAlike(
                new TreeEnsemble(Comparison.LESS, new float[] {1, 2}, List.of(leaf(0, 3f, 4f))), column(0, Float.NaN));
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void graph_gives_the_same_bits_for_every_kind_of_tree(Comparison comparison) {
        SplittableRandom random = new SplittableRandom(3);
        int columns = 3;
        int outputs = 5;
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int first = random.nextInt(outputs);
            trees.add(randomTree(random, columns, first, 1 + random.nextInt(outputs - first)));
        }
        assertDrawnAlike(new TreeEnsemble(comparison, new float[outputs], trees), gridWithMissing(random, columns));
    }

    @Test
    void graph_gives_the_same_bits_for_one_output() {
        SplittableRandom random = new SplittableRandom(4);
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            trees.add(randomTree(random, 2, 0, 1));
        }
        assertDrawnAlike(new TreeEnsemble(Comparison.LESS, new float[] {0.3f}, trees), gridWithMissing(random, 2));
    }

    private static void assertDrawnAlike(TreeEnsemble ensemble, FeatureMatrix features) {
        FittedModel model = new FittedModel() {
            @Override
            public Predictions predict(FeatureMatrix rows) {
                return new Predictions(rows.rows(), ensemble.outputs(), ensemble.evaluate(rows));
            }

            @Override
            public Tensor draw(GraphBuilder graph, Tensor drawn) {
                return ensemble.draw(graph, drawn);
            }
        };
        List<String> classes = List.of("a", "b", "c", "d", "e").subList(0, ensemble.outputs());
        try (DrawnModel graph = DrawnModel.of(model, features, ensemble.outputs() == 1 ? List.of() : classes)) {
            assertThat(graph.predict(features).values())
                    .containsExactly(model.predict(features).values());
        }
    }

    /** Values and thresholds are on the same coarse grid, so that many values equal a threshold. */
    private static Tree randomTree(SplittableRandom random, int columns, int firstOutput, int width) {
        TreeBuilder builder = new TreeBuilder(firstOutput, width);
        grow(builder, random, columns, width, random.nextInt(5));
        return builder.build();
    }

    private static int grow(TreeBuilder builder, SplittableRandom random, int columns, int width, int depth) {
        if (depth == 0) {
            float[] values = new float[width];
            for (int i = 0; i < width; i++) {
                values[i] = (float) random.nextDouble(-1, 1);
            }
            return builder.leaf(values);
        }
        int split = builder.split(random.nextInt(columns), random.nextInt(10) / 10f, random.nextBoolean());
        int left = grow(builder, random, columns, width, depth - 1);
        builder.connect(split, left, grow(builder, random, columns, width, random.nextInt(depth)));
        return split;
    }

    private static FeatureMatrix gridWithMissing(SplittableRandom random, int columns) {
        float[] values = new float[200 * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(10) / 10f;
        }
        return matrix(columns, values);
    }

    private static TreeEnsemble stump(Comparison comparison, boolean missingGoesLeft) {
        TreeBuilder builder = new TreeBuilder(0, 1);
        int split = builder.split(0, THRESHOLD, missingGoesLeft);
        builder.connect(split, builder.leaf(1), builder.leaf(2));
        return new TreeEnsemble(comparison, new float[] {0}, List.of(builder.build()));
    }

    private static Tree leaf(int firstOutput, float... values) {
        TreeBuilder builder = new TreeBuilder(firstOutput, values.length);
        builder.leaf(values);
        return builder.build();
    }

    private static FeatureMatrix column(float... values) {
        return matrix(1, values);
    }

    private static FeatureMatrix matrix(int columns, float... values) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            names.add("feature " + column);
        }
        return new FeatureMatrix(names, values.length / columns, values);
    }
}
