package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.model.TargetScale;
import org.junit.jupiter.api.Test;

final class NumberHeadTest {
    private static final Target TARGET = Target.ofNumbers(new double[] {1, 3});
    private static final NumberHead HEAD = new NumberHead(TargetScale.of(TARGET));

    @Test
    void learns_in_standard_units() {
        assertThat(HEAD.aims(Target.ofNumbers(new double[] {1, 3, 5}))).containsExactly(-1, 1, 3);
    }

    @Test
    void training_loss_is_the_mean_squared_error_and_its_gradient_twice_the_error() {
        float[] gradient = new float[2];
        assertThat(HEAD.loss(new float[] {1, 1}, Aims.of(0, 3), gradient)).isEqualTo(2.5);
        assertThat(gradient).containsExactly(new float[] {1, -2}, within(1e-6f));
    }

    @Test
    void mixed_rows_aim_at_the_mean_of_both_numbers_by_their_shares() {
        Aims aims = Aims.mirrored(new float[] {0, 4}, 0.75f);
        assertThat(HEAD.loss(new float[] {1, 3}, aims, new float[2])).isZero();
    }

    @Test
    void reports_the_root_mean_squared_error_in_units_of_the_target() {
        assertThat(HEAD.loss(new float[] {4, 7}, TARGET)).isCloseTo(Math.sqrt(12.5), within(1e-9));
    }
}
