package io.thresher.model.forest;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.model.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ValueRangesTest {

    @Test
    void few_distinct_values_get_a_range_each() {
        ValueRanges ranges = ranges(8, 3, 1, 2, 1, 3, 3);
        assertThat(ranges.count()).isEqualTo(3);
        assertThat(ranges.between(0, 1)).isEqualTo(1.5f);
        assertThat(ranges.between(1, 2)).isEqualTo(2.5f);
        assertThat(ranges.range(1)).isZero();
        assertThat(ranges.range(2)).isEqualTo(1);
        assertThat(ranges.range(3)).isEqualTo(2);
    }

    @Test
    void the_threshold_between_ranges_far_apart_is_half_way_between_their_values() {
        ValueRanges ranges = ranges(8, 1, 2, 10, 40);
        assertThat(ranges.between(0, 3)).isEqualTo(20.5f);
    }

    @Test
    void missing_values_belong_to_no_range() {
        ValueRanges ranges = ranges(8, Float.NaN, 4, Float.NaN, 6);
        assertThat(ranges.count()).isEqualTo(2);
        assertThat(ranges.lowest(0)).isEqualTo(4);
        assertThat(ranges.highest(1)).isEqualTo(6);
    }

    @Test
    void many_values_are_cut_into_ranges_of_about_equal_weight() {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(random.nextDouble(-5, 5));
        }
        ValueRanges ranges = ranges(20, values);
        int[] counts = new int[ranges.count()];
        for (float value : values) {
            counts[ranges.range(value)]++;
        }
        assertThat(counts).hasSize(20);
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(490);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(510);
    }

    @Test
    void every_training_value_lies_between_the_ends_of_its_range() {
        SplittableRandom random = new SplittableRandom(2);
        float[] values = new float[120_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        ValueRanges ranges = ranges(ValueRanges.MOST, values);
        for (float value : values) {
            int range = ranges.range(value);
            assertThat(value).isBetween(ranges.lowest(range), ranges.highest(range));
        }
    }

    @Test
    void a_value_that_most_rows_have_leaves_ranges_for_the_others() {
        float[] values = new float[1000];
        for (int i = 0; i < 100; i++) {
            values[i] = i + 1;
        }
        ValueRanges ranges = ranges(11, values);
        assertThat(ranges.count()).isGreaterThanOrEqualTo(10);
        assertThat(ranges.range(0)).isZero();
        assertThat(ranges.range(1)).isEqualTo(1);
    }

    @Test
    void a_constant_column_has_one_range() {
        assertThat(ranges(64, 7, 7, 7).count()).isEqualTo(1);
    }

    @Test
    void zero_and_negative_zero_share_a_range() {
        assertThat(ranges(64, 0f, -0f, 0f, -0f).count()).isEqualTo(1);
    }

    @Test
    void neighbouring_floats_are_told_apart_by_the_lower_one() {
        float low = 0.1f;
        float high = Math.nextUp(low);
        ValueRanges ranges = ranges(2, low, high);
        assertThat(ranges.between(0, 1)).isEqualTo(low);
        assertThat(ranges.range(low)).isZero();
        assertThat(ranges.range(high)).isEqualTo(1);
    }

    @Test
    void extreme_and_infinite_values_are_told_apart() {
        float[] values = {Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, 0, Float.MAX_VALUE, Float.POSITIVE_INFINITY};
        ValueRanges ranges = ranges(8, values);
        assertThat(ranges.count()).isEqualTo(5);
        for (int i = 0; i < values.length; i++) {
            assertThat(ranges.range(values[i])).isEqualTo(i);
        }
        for (int i = 0; i + 1 < values.length; i++) {
            assertThat(ranges.between(i, i + 1))
                    .isGreaterThanOrEqualTo(values[i])
                    .isLessThan(values[i + 1]);
        }
    }

    private static ValueRanges ranges(int most, float... values) {
        return ValueRanges.of(new FeatureMatrix(List.of("feature"), values.length, values), 0, most);
    }
}
