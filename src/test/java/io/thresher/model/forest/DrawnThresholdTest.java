package io.thresher.model.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.model.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DrawnThresholdTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void thresholds_are_uniform_between_the_least_and_the_greatest_value() {
        ValueRanges ranges = ranges(8, 0, 1, 10);
        int inTheWideGap = 0;
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            DrawnThreshold drawn = DrawnThreshold.of(ranges, 0, 2, random);
            inTheWideGap += drawn.lastLeft() == 1 ? 1 : 0;
            sum += drawn.threshold();
        }
        assertThat(inTheWideGap / 2000.0).isCloseTo(0.9, within(0.03));
        assertThat(sum / 2000).isCloseTo(5, within(0.3));
    }

    @Test
    void both_sides_get_values_and_the_threshold_agrees_with_the_codes() {
        float[] values = new float[900];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(random.nextDouble(-4, 4));
        }
        ValueRanges ranges = ranges(30, values);
        for (int i = 0; i < 500; i++) {
            int least = random.nextInt(29);
            int greatest = least + 1 + random.nextInt(29 - least);
            DrawnThreshold drawn = DrawnThreshold.of(ranges, least, greatest, random);
            assertThat(drawn.lastLeft()).isBetween(least, greatest - 1);
            for (float value : values) {
                assertThat(value <= drawn.threshold()).isEqualTo(ranges.range(value) <= drawn.lastLeft());
            }
        }
    }

    @Test
    void infinite_values_are_divided_from_finite_ones() {
        ValueRanges ranges = ranges(8, Float.NEGATIVE_INFINITY, 0, Float.POSITIVE_INFINITY);
        for (int i = 0; i < 50; i++) {
            DrawnThreshold drawn = DrawnThreshold.of(ranges, 0, 2, random);
            assertThat(drawn.threshold()).isLessThan(Float.POSITIVE_INFINITY);
            assertThat(0 <= drawn.threshold()).isEqualTo(drawn.lastLeft() == 1);
        }
    }

    private static ValueRanges ranges(int most, float... values) {
        return ValueRanges.of(new FeatureMatrix(List.of("feature"), values.length, values), 0, most);
    }
}
