package io.thresher.model.forest;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.TargetScale;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Splits of tables so small that the best one can be worked out by hand. */
final class SplitSearchTest {
    private static final float MISSING = Float.NaN;

    @Test
    void classes_are_divided_where_they_change() {
        SplitSearch search = classes(1, new float[] {1, 2, 3, 4}, 0, 0, 1, 1);
        search.lookAt(0);
        assertThat(search.found()).isTrue();
        assertThat(search.threshold()).isEqualTo(2.5f);
    }

    /**
     * Of ten rows the first seven are 0,0,0,0,0,0,1, the last three 1,1,0. Σ n_k²/n behind the sixth: 6 + (9+1)/4 = 8.5;
     * behind the ninth: (36+9)/9 + 1 = 6; behind the seventh: (36+1)/7 + (4+1)/3 = 6.95.
     */
    @Test
    void gini_impurity_chooses_the_cut_that_leaves_one_side_pure() {
        SplitSearch search = classes(1, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0);
        search.lookAt(0);
        assertThat(search.threshold()).isEqualTo(6.5f);
    }

    @Test
    void a_leaf_must_hold_enough_rows() {
        SplitSearch search = classes(2, new float[] {1, 2, 3, 4, 5}, 1, 0, 0, 0, 0);
        search.lookAt(0);
        assertThat(search.threshold()).isEqualTo(2.5f);
    }

    /** Squared errors behind the first number: 0 + 5.0; behind the second: 4.5 + 0.5; behind the third: 14 + 0. */
    @Test
    void numbers_are_divided_where_the_squared_error_falls_most() {
        SplitSearch search = numbers(new float[] {1, 2, 3, 4}, 0, 0, 10, 11);
        search.lookAt(0);
        assertThat(search.threshold()).isEqualTo(2.5f);
    }

    @Test
    void the_better_of_two_features_wins() {
        SplitSearch search = classes(1, new float[] {1, 1, 1, 2, 2, 1, 2, 2}, 0, 0, 1, 1);
        search.lookAt(1);
        search.lookAt(0);
        assertThat(search.feature()).isZero();
        assertThat(search.threshold()).isEqualTo(1.5f);
    }

    @Test
    void missing_values_join_the_side_whose_outcomes_they_have() {
        float[] values = {1, 2, 8, 9, MISSING, MISSING};
        SplitSearch right = classes(1, values, 0, 0, 1, 1, 1, 1);
        right.lookAt(0);
        assertThat(right.threshold()).isEqualTo(5);
        assertThat(right.missingGoesLeft()).isFalse();
        SplitSearch left = classes(1, values, 0, 0, 1, 1, 0, 0);
        left.lookAt(0);
        assertThat(left.threshold()).isEqualTo(5);
        assertThat(left.missingGoesLeft()).isTrue();
    }

    @Test
    void missing_numbers_join_the_side_whose_outcomes_they_have() {
        float[] values = {1, 2, 8, 9, MISSING, MISSING};
        SplitSearch right = numbers(values, 0, 0, 7, 7, 7, 7);
        right.lookAt(0);
        assertThat(right.missingGoesLeft()).isFalse();
        SplitSearch left = numbers(values, 0, 0, 7, 7, 0, 0);
        left.lookAt(0);
        assertThat(left.threshold()).isEqualTo(5);
        assertThat(left.missingGoesLeft()).isTrue();
    }

    @Test
    void missing_values_are_divided_from_all_others_where_that_is_best() {
        float[] values = {1, 2, 3, MISSING, MISSING};
        for (SplitSearch search : List.of(classes(1, values, 0, 0, 0, 1, 1), numbers(values, 0, 0, 0, 1, 1))) {
            search.lookAt(0);
            assertThat(search.threshold()).isEqualTo(Float.POSITIVE_INFINITY);
            assertThat(search.missingGoesLeft()).isFalse();
        }
    }

    @Test
    void a_drawn_threshold_takes_missing_values_to_the_better_side() {
        float[] values = {1, 9, MISSING};
        for (double ofMissing : new double[] {0, 1}) {
            for (SplitSearch search : List.of(classes(1, values, 0, 1, ofMissing), numbers(values, 0, 1, ofMissing))) {
                search.lookAtDrawn(0, new SplittableRandom(1));
                assertThat(search.found()).isTrue();
                assertThat(search.threshold()).isBetween(1f, 9f);
                assertThat(search.missingGoesLeft()).isEqualTo(ofMissing == 0);
            }
        }
    }

    @Test
    void values_missing_only_later_go_with_most_rows() {
        SplitSearch search = classes(1, new float[] {1, 2, 3, 4, 5}, 0, 0, 0, 1, 1);
        search.lookAt(0);
        assertThat(search.missingGoesLeft()).isTrue();
    }

    @Test
    void a_constant_feature_divides_nothing() {
        SplitSearch search = classes(1, new float[] {3, 3, 3, 3}, 0, 1, 0, 1);
        search.lookAt(0);
        search.lookAtDrawn(0, new SplittableRandom(1));
        assertThat(search.found()).isFalse();
    }

    @Test
    void rows_of_one_outcome_are_not_divided() {
        assertThat(enter(classes(1, new float[] {1, 2, 3}, 1, 1, 1), 3)).isFalse();
        assertThat(enter(numbers(new float[] {1, 2, 3}, 5, 5, 5), 3)).isFalse();
    }

    @Test
    void searching_one_node_leaves_nothing_behind_for_the_next() {
        float[] values = {1, 2, MISSING, 4, 5, 6, MISSING, 8};
        SplitSearch search = classes(1, values, 1, 0, 2, 0, 1, 1, 2, 0);
        for (int time = 0; time < 3; time++) {
            search.enter(0, 8);
            search.lookAt(0);
            search.enter(4, 6);
            search.lookAt(0);
            assertThat(search.found()).isFalse();
            search.enter(3, 5);
            search.lookAt(0);
            assertThat(search.threshold()).isEqualTo(4.5f);
        }
    }

    private static boolean enter(SplitSearch search, int rows) {
        return search.enter(0, rows);
    }

    /** A search that has entered the node of all rows, of features in {@code values}, row by row. */
    private static SplitSearch classes(int minLeaf, float[] values, double... labels) {
        Outcomes outcomes = Outcomes.of(Target.ofClasses(List.of("a", "b", "c"), labels), new TargetScale(0, 1));
        SplitSearch search =
                new ClassSearch(columns(values, labels.length), all(labels.length), outcomes, Purity.gini(), minLeaf);
        search.enter(0, labels.length);
        return search;
    }

    private static SplitSearch numbers(float[] values, double... numbers) {
        Outcomes outcomes = Outcomes.of(Target.ofNumbers(numbers), new TargetScale(0, 1));
        SplitSearch search = new NumberSearch(columns(values, numbers.length), all(numbers.length), outcomes, 1);
        search.enter(0, numbers.length);
        return search;
    }

    private static RowSample all(int rows) {
        return RowSample.subset(rows, rows, new SplittableRandom(1));
    }

    private static CodedColumns columns(float[] values, int rows) {
        List<String> names = List.of("one", "two").subList(0, values.length / rows);
        return new CodedColumns(new FeatureMatrix(names, rows, values));
    }
}
