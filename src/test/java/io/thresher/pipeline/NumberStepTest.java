package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.NumberColumn;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberStepTest {

    @Test
    void robust_scaling_measures_in_interquartile_ranges_and_never_passes_three() {
        RobustScaling scaling = RobustScaling.fit(known(0, 1, 2, 3, 4));

        assertThat(scaling.apply(0, 2)).isZero();
        assertThat(scaling.apply(0, 4)).isCloseTo((float) (1 / Math.sqrt(1 + 1 / 9.0)), within(1e-6f));
        assertThat(scaling.apply(0, 1e30f)).isCloseTo(3, within(1e-4f));
        assertThat(scaling.apply(0, -Float.MAX_VALUE)).isCloseTo(-3, within(1e-4f));
    }

    @Test
    void a_column_of_nearly_one_value_is_scaled_by_its_range() {
        RobustScaling scaling = RobustScaling.fit(known(0, 0, 0, 0, 0, 0, 0, 8));

        assertThat(scaling.apply(0, 0)).isZero();
        assertThat(scaling.apply(0, 4)).isCloseTo((float) (1 / Math.sqrt(1 + 1 / 9.0)), within(1e-6f));
    }

    @Test
    void a_constant_column_stays_finite() {
        for (NumberRecipe.Scaling scaling : NumberRecipe.Scaling.values()) {
            for (NumberRecipe.Transform transform : NumberRecipe.Transform.values()) {
                NumberRecipe recipe = new NumberRecipe(NumberRecipe.Imputation.MEDIAN, transform, scaling, 5);
                float value = 7;
                for (NumberStep step : recipe.fit(known(7, 7, 7))) {
                    value = step.apply(0, value);
                }
                assertThat(value).as("%s, %s", scaling, transform).isFinite();
            }
        }
    }

    @Test
    void standard_scaling_keeps_the_zeros_of_sparse_columns_only() {
        float[] sparse = new float[20];
        sparse[3] = 4;
        float[] half = {0, 0, 4, 4};

        assertThat(StandardScaling.fit(known(sparse), Float.POSITIVE_INFINITY).apply(0, 0))
                .isZero();
        assertThat(StandardScaling.fit(known(half), Float.POSITIVE_INFINITY).apply(0, 0))
                .isEqualTo(-1);
    }

    @Test
    void quantile_scaling_makes_ranks_normal() {
        float[] skewed = exponential(20_000);
        QuantileScaling scaling = QuantileScaling.fit(known(skewed));
        double squares = 0;
        double sum = 0;
        for (float value : skewed) {
            float scaled = scaling.apply(0, value);
            sum += scaled;
            squares += scaled * scaled;
        }

        assertThat(sum / skewed.length).isCloseTo(0, within(0.01));
        assertThat(squares / skewed.length).isCloseTo(1, within(0.05));
        assertThat(scaling.apply(0, (float) Math.log(2))).isCloseTo(0, within(0.05f));
        assertThat(scaling.apply(0, 1e30f)).isCloseTo((float) NormalQuantile.of(1 - 0.5 / 64), within(1e-4f));
    }

    @Test
    void quantiles_of_many_equal_numbers_are_one_knot_in_their_middle() {
        QuantileScaling scaling = QuantileScaling.fit(known(0, 0, 0, 0, 0, 0, 1, 1));

        assertThat(scaling.apply(0, 0)).isLessThan(0).isEqualTo(scaling.apply(0, -5));
        assertThat(scaling.apply(0, 1)).isGreaterThan(0.5f);
    }

    @Test
    void power_transformation_takes_the_skew_away() {
        float[] skewed = exponential(5000);
        NumberStep step = YeoJohnson.fit(known(skewed));
        float[] bent = new float[skewed.length];
        for (int i = 0; i < bent.length; i++) {
            bent[i] = step.apply(0, skewed[i]);
        }

        assertThat(known(skewed).get(0).skewness()).isGreaterThan(1.5);
        assertThat(known(bent).get(0).skewness()).isCloseTo(0, within(0.3));
    }

    /** The difference of the largest numbers is beyond what a float holds. */
    @Test
    void power_transformation_of_the_largest_numbers_is_finite() {
        for (float sign : new float[] {-1, 1}) {
            float[] wild = {-sign * Float.MAX_VALUE, sign * Float.MAX_VALUE, sign * Float.MAX_VALUE, 1, 2, 3};
            NumberStep step = YeoJohnson.fit(known(wild));
            for (float value : wild) {
                assertThat(step.apply(0, value)).isFinite();
            }
        }
    }

    @Test
    void logarithms_are_taken_only_where_they_help() {
        SignedLog step = SignedLog.fit(
                List.of(known(1, 10, 100, 1000).get(0), known(1, 2, 3, 4).get(0)));

        assertThat(step.apply(0, 99)).isCloseTo((float) Math.log(100), within(1e-5f));
        assertThat(step.apply(0, -99)).isCloseTo((float) -Math.log(100), within(1e-5f));
        assertThat(step.apply(1, 3)).isEqualTo(3);
    }

    @Test
    void scaled_numbers_are_cut_off_where_the_recipe_says() {
        StandardScaling scaling = StandardScaling.fit(known(-1, 1), 4);

        assertThat(scaling.apply(0, 3)).isEqualTo(3);
        assertThat(scaling.apply(0, 1e20f)).isEqualTo(4);
    }

    /** Known values: the quantile function of R. */
    @Test
    void normal_quantiles_are_those_of_the_tables() {
        assertThat(NormalQuantile.of(0.5)).isCloseTo(0, within(1e-9));
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-8));
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306167813, within(1e-8));
    }

    private static List<KnownNumbers> known(float... values) {
        return List.of(KnownNumbers.of(new NumberColumn("x", values)));
    }

    private static float[] exponential(int count) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) -Math.log(1 - random.nextDouble());
        }
        return values;
    }
}
