package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FoldRaceTest {
    private static final List<Double> BEST = List.of(0.30, 0.40, 0.20, 0.30, 0.30);
    /** A deviation of 0.05: after one fold 0.089 are allowed, after four 0.022. */
    private static final FoldRace RACE = new FoldRace(0.31, BEST, 0.05);

    @Test
    void a_trial_is_lost_once_it_is_further_behind_than_chance_explains() {
        assertThat(RACE.isLost(List.of(0.385))).isFalse();
        assertThat(RACE.isLost(List.of(0.395))).isTrue();
    }

    @Test
    void a_hard_fold_is_not_held_against_a_trial_and_an_easy_one_hides_no_loser() {
        assertThat(RACE.isLost(List.of(0.31, 0.41))).isFalse();
        assertThat(RACE.isLost(List.of(0.33, 0.43, 0.30))).isTrue();
    }

    @Test
    void less_is_allowed_the_more_folds_were_seen() {
        assertThat(RACE.isLost(List.of(0.33, 0.43, 0.23))).isFalse();
        assertThat(RACE.isLost(List.of(0.33, 0.43, 0.23, 0.33))).isTrue();
    }

    @Test
    void nothing_is_lost_without_a_best_trial_or_after_the_last_fold() {
        assertThat(FoldRace.NONE.isLost(List.of(1e9))).isFalse();
        assertThat(RACE.isLost(List.of())).isFalse();
        assertThat(RACE.isLost(List.of(9.0, 9.0, 9.0, 9.0, 9.0))).isFalse();
    }

    @Test
    void learns_from_other_trials_how_much_differences_deviate() {
        List<Double> worse = BEST.stream().map(loss -> loss + 0.1).toList();
        List<Double> uneven = List.of(0.31, 0.39, 0.21, 0.29, 0.30);
        List<Double> wild = List.of(0.31, 1e9, 0.21, 0.29, 0.30);

        FoldRace race = FoldRace.against(0.31, BEST, List.of(worse, wild, uneven));

        // 4 · 0.01² / 4
        assertThat(race.deviation()).isCloseTo(0.01, Offset.offset(1e-12));
    }

    @Test
    void takes_the_folds_own_spread_where_few_other_trials_are_known() {
        FoldRace race = FoldRace.against(0.31, BEST, List.of());

        assertThat(race.deviation()).isCloseTo(Math.sqrt(0.02 / 4), Offset.offset(1e-12));
    }

    @Test
    void an_equal_trial_is_seldom_given_up() {
        SplittableRandom random = new SplittableRandom(3);
        long lost = IntStream.range(0, 2000)
                .filter(attempt -> {
                    List<Double> losses = BEST.stream()
                            .map(loss -> loss + 0.05 * random.nextGaussian())
                            .toList();
                    double behind = IntStream.range(0, 5)
                            .mapToDouble(fold -> losses.get(fold) - BEST.get(fold))
                            .average()
                            .orElse(0);
                    List<Double> even =
                            losses.stream().map(loss -> loss - behind).toList();
                    return RACE.isLost(even.subList(0, 1));
                })
                .count();

        assertThat(lost / 2000.0).isBetween(0.01, 0.04);
    }

    @Test
    void expects_a_trial_to_stay_as_far_behind_as_it_is() {
        assertThat(RACE.expectedLoss(List.of(0.42, 0.50))).isCloseTo(0.31 + 0.11, Offset.offset(1e-12));
    }
}
