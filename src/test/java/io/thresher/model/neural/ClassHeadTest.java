package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassHeadTest {
    private static final Target TARGET = Target.ofClasses(List.of("a", "b", "c"), new double[] {0, 0, 0, 1});
    private static final ClassHead HEAD = ClassHead.of(TARGET, 0);

    @Test
    void starts_at_the_class_shares_and_counts_a_class_without_rows_as_seen_once() {
        assertThat(HEAD.start())
                .containsExactly(
                        new float[] {(float) Math.log(0.75), (float) Math.log(0.25), (float) Math.log(0.25)},
                        within(1e-6f));
    }

    @Test
    void training_loss_is_log_loss_of_the_softmax_and_its_gradient_is_probability_minus_aim() {
        float[] gradient = new float[6];
        // Softmax of (ln 2, ln 1, ln 1) is (1/2, 1/4, 1/4); the second row is flat.
        double loss = HEAD.loss(new float[] {(float) Math.log(2), 0, 0, 5, 5, 5}, Aims.of(0, 2), gradient);
        assertThat(loss).isCloseTo((Math.log(2) + Math.log(3)) / 2, within(1e-6));
        assertThat(gradient)
                .containsExactly(new float[] {-1 / 4f, 1 / 8f, 1 / 8f, 1 / 6f, 1 / 6f, -1 / 3f}, within(1e-6f));
    }

    @Test
    void every_member_has_the_same_aims() {
        float[] one = {1, 2, 3, 0, 1, 0};
        float[] two = {1, 2, 3, 0, 1, 0, 1, 2, 3, 0, 1, 0};
        Aims aims = Aims.of(2, 1);
        assertThat(HEAD.loss(two, aims, new float[12])).isCloseTo(HEAD.loss(one, aims, new float[6]), within(1e-9));
    }

    @Test
    void huge_logits_do_not_overflow() {
        assertThat(HEAD.loss(new float[] {3e38f, 0, 0}, Aims.of(0), new float[3]))
                .isZero();
    }

    @Test
    void smoothing_spreads_a_share_of_the_aim_evenly_over_all_classes() {
        float[] gradient = new float[3];
        double loss = ClassHead.of(TARGET, 0.3).loss(new float[] {(float) Math.log(2), 0, 0}, Aims.of(1), gradient);
        assertThat(loss).isCloseTo(0.1 * Math.log(2) + 0.9 * Math.log(4), within(1e-6));
        assertThat(gradient).containsExactly(new float[] {0.4f, -0.55f, 0.15f}, within(1e-6f));
    }

    @Test
    void mixed_rows_aim_at_both_classes_in_their_shares() {
        float[] gradient = new float[6];
        HEAD.loss(new float[6], Aims.mirrored(new float[] {0, 2}, 0.75f), gradient);
        assertThat(gradient)
                .containsExactly(new float[] {-5 / 24f, 1 / 6f, 1 / 24f, 1 / 24f, 1 / 6f, -5 / 24f}, within(1e-6f));
    }

    @Test
    void reports_the_mean_negative_log_of_the_true_classes_probability() {
        float[] predictions = {.5f, .25f, .25f, 1, 0, 0, .5f, .5f, 0, .5f, .5f, 0};
        assertThat(HEAD.loss(predictions, TARGET)).isCloseTo(3 * Math.log(2) / 4, within(1e-6));
    }
}
