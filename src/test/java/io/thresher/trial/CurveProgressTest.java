package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.trial.CurveRace.Bar;
import io.thresher.trial.CurveRace.Outcome;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CurveProgressTest {
    private static final Outcome EXPECTED = new Outcome(0.1, 0.5, 0.4);
    /** Of 90 steps, the rungs are after 10 and after 30. */
    private static final OptionalInt STEPS = OptionalInt.of(90);

    @Test
    void a_trial_goes_on_while_it_is_no_worse_than_the_bar() {
        CurveProgress curve = progress(new Bar(0, 0.7, EXPECTED));

        assertThat(curve.keepsUp(9, 0.9)).isTrue();
        assertThat(curve.keepsUp(10, 0.7)).isTrue();
        assertThat(curve.keepsUp(30, 0.7)).isTrue();
        assertThat(curve.rungLosses()).containsExactly(0.7, 0.7);
    }

    @Test
    void a_trial_behind_the_bar_is_lost_at_its_rung_and_not_before() {
        CurveProgress curve = progress(new Bar(1, 0.7, EXPECTED));

        assertThat(curve.keepsUp(29, 0.9)).isTrue();
        assertThat(curve.keepsUp(31, 0.8)).isFalse();
        assertThat(curve.isLost()).isTrue();
        assertThat(curve.stepsTaken()).hasValue(31);
        assertThat(curve.rungLosses()).containsExactly(0.9, 0.8);
        assertThat(curve.expectedLoss()).hasValue(0.1 + 0.5 * 0.8);
    }

    @Test
    void the_lowest_loss_counts_since_its_model_is_kept() {
        CurveProgress curve = progress(new Bar(0, 0.7, EXPECTED));

        curve.keepsUp(4, 0.6);

        assertThat(curve.keepsUp(10, 0.9)).isTrue();
        assertThat(curve.rungLosses().get(0)).isEqualTo(0.6);
    }

    @Test
    void a_lost_trial_is_never_thought_better_than_the_best_that_finished() {
        CurveProgress curve = progress(new Bar(0, 0.1, EXPECTED));

        curve.keepsUp(10, 0.2);

        assertThat(curve.expectedLoss()).hasValue(0.4);
    }

    @Test
    void a_training_that_ends_before_a_rung_has_its_lowest_loss_there() {
        CurveProgress curve = progress();

        curve.keepsUp(12, 0.6);

        assertThat(curve.rungLosses()).containsExactly(0.6, 0.6);
    }

    @Test
    void a_family_without_a_curve_is_not_stopped() {
        CurveProgress curve = new CurveProgress(new CurveRace(List.of(new Bar(0, 0.1, EXPECTED))), OptionalInt.empty());

        assertThat(curve.keepsUp(100, 9)).isTrue();
        assertThat(curve.rungLosses()).isEmpty();
    }

    private static CurveProgress progress(Bar... bars) {
        return new CurveProgress(new CurveRace(List.of(bars)), STEPS);
    }
}
