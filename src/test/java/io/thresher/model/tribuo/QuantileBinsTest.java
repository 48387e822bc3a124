package io.thresher.model.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.model.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class QuantileBinsTest {

    @Test
    void few_distinct_values_get_a_range_each() {
        QuantileBins bins = bins(8, 3, 1, 2, 1, 3, 3);
        assertThat(bins.bins()).isEqualTo(3);
        assertThat(bins.boundary(0)).isEqualTo(1.5f);
        assertThat(bins.boundary(1)).isEqualTo(2.5f);
        assertThat(bins.bin(1)).isZero();
        assertThat(bins.bin(2)).isEqualTo(1);
        assertThat(bins.bin(3)).isEqualTo(2);
    }

    @Test
    void many_values_are_cut_into_ranges_of_about_equal_weight() {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(random.nextDouble(-5, 5));
        }
        QuantileBins bins = bins(20, values);
        int[] counts = new int[bins.bins()];
        for (float value : values) {
            counts[bins.bin(value)]++;
        }
        assertThat(counts).hasSize(20);
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(490);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(510);
    }

    @Test
    void a_value_that_most_rows_have_leaves_ranges_for_the_others() {
        float[] values = new float[1000];
        for (int i = 0; i < 100; i++) {
            values[i] = i + 1;
        }
        QuantileBins bins = bins(11, values);
        assertThat(bins.bins()).isGreaterThanOrEqualTo(10);
        assertThat(bins.bin(0)).isZero();
        assertThat(bins.bin(1)).isEqualTo(1);
    }

    @Test
    void a_constant_column_has_one_range() {
        assertThat(bins(64, 7, 7, 7).bins()).isEqualTo(1);
    }

    @Test
    void neighbouring_floats_are_told_apart_by_the_lower_one() {
        float low = 0.1f;
        float high = Math.nextUp(low);
        QuantileBins bins = bins(2, low, high);
        assertThat(bins.boundary(0)).isEqualTo(low);
        assertThat(bins.bin(low)).isZero();
        assertThat(bins.bin(high)).isEqualTo(1);
    }

    @Test
    void extreme_values_have_a_finite_boundary_between_them() {
        QuantileBins bins = bins(2, -Float.MAX_VALUE, Float.MAX_VALUE);
        assertThat(bins.boundary(0)).isFinite();
        assertThat(bins.bin(-Float.MAX_VALUE)).isZero();
        assertThat(bins.bin(Float.MAX_VALUE)).isEqualTo(1);
    }

    private static QuantileBins bins(int most, float... values) {
        return QuantileBins.of(new FeatureMatrix(List.of("feature"), values.length, values), 0, most);
    }
}
