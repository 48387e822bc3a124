package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FoldRaceTest {
    /** Mean 0.30, worst fold 0.40: 0.10 are allowed after one fold, 0.05 after four. */
    private static final FoldRace RACE = new FoldRace(0.31, List.of(0.30, 0.40, 0.20, 0.30, 0.30));

    @Test
    void a_trial_is_lost_once_it_is_further_behind_on_the_same_fold_than_the_best_ones_folds_lie_apart() {
        assertThat(RACE.isLost(List.of(0.39))).isFalse();
        assertThat(RACE.isLost(List.of(0.41))).isTrue();
    }

    @Test
    void a_hard_fold_is_not_held_against_a_trial() {
        assertThat(RACE.isLost(List.of(0.31, 0.41))).isFalse();
    }

    @Test
    void an_easy_fold_hides_no_loser() {
        assertThat(RACE.isLost(List.of(0.30, 0.40, 0.39, 0.31))).isFalse();
        assertThat(RACE.isLost(List.of(0.35, 0.46, 0.27, 0.36))).isTrue();
    }

    @Test
    void the_allowance_shrinks_with_the_folds_that_were_seen() {
        assertThat(RACE.isLost(List.of(0.38))).isFalse();
        assertThat(RACE.isLost(List.of(0.38, 0.48))).isTrue();
    }

    @Test
    void nothing_is_lost_without_a_best_trial_or_after_the_last_fold() {
        assertThat(FoldRace.NONE.isLost(List.of(1e9))).isFalse();
        assertThat(RACE.isLost(List.of())).isFalse();
        assertThat(RACE.isLost(List.of(9.0, 9.0, 9.0, 9.0, 9.0))).isFalse();
    }

    @Test
    void expects_a_trial_to_stay_as_far_behind_as_it_is() {
        assertThat(RACE.expectedLoss(List.of(0.42, 0.50))).isCloseTo(0.31 + 0.11, Offset.offset(1e-12));
    }
}
