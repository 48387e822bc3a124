package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SmoothClipTest {

    @Test
    void leaves_small_values_nearly_as_they_are() {
        assertThat(SmoothClip.of(0.1f)).isCloseTo(0.1f, within(1e-4f));
    }

    @Test
    void three_becomes_three_by_the_root_of_two() {
        assertThat(SmoothClip.of(-3)).isCloseTo((float) (-3 / Math.sqrt(2)), within(1e-6f));
    }

    @Test
    void never_leaves_three_on_either_side() {
        assertThat(SmoothClip.of(Float.MAX_VALUE)).isLessThan(3);
        assertThat(SmoothClip.of(-Float.MAX_VALUE)).isGreaterThan(-3);
    }
}
