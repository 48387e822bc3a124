package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {
    private static final SuccessiveHalving HALVES = SuccessiveHalving.HALVES;

    @Test
    void stops_nothing_before_enough_trials_are_known() {
        assertThat(HALVES.bar(new double[] {1, 2, 3})).isEmpty();
    }

    /** Of five trials, the new one among them, three go on. */
    @Test
    void lets_the_better_half_go_on_the_new_trial_among_them() {
        assertThat(HALVES.bar(new double[] {4, 1, 3, 2})).hasValue(3);
    }

    @Test
    void lets_a_third_go_on_where_it_is_to_be_harder() {
        SuccessiveHalving thirds = new SuccessiveHalving(3, 4);

        assertThat(thirds.bar(new double[] {5, 4, 3, 2, 1})).hasValue(2);
    }

    /** Losses of trials as good as each other: each has the same chance, whenever it comes. */
    @Test
    void stops_about_half_of_trials_that_are_drawn_alike() {
        SplittableRandom random = new SplittableRandom(3);
        int stopped = 0;
        for (int search = 0; search < 2000; search++) {
            double[] earlier = DoubleStream.generate(random::nextDouble)
                    .limit(4 + search % 30)
                    .toArray();
            OptionalDouble bar = HALVES.bar(earlier);
            stopped += random.nextDouble() > bar.orElse(1) ? 1 : 0;
        }

        assertThat(stopped / 2000.0).isBetween(0.42, 0.52);
    }

    @Test
    void does_not_disturb_what_it_is_given() {
        double[] earlier = {4, 1, 3, 2};

        HALVES.bar(earlier);

        assertThat(earlier).containsExactly(4, 1, 3, 2);
    }

    @Test
    void refuses_to_let_everything_go_on() {
        assertThatThrownBy(() -> new SuccessiveHalving(1, 4)).hasMessageContaining("got 1.0 and 4");
    }
}
