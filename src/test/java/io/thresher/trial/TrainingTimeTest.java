package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainingTimeTest {
    @Test
    void a_fold_gets_an_equal_part_of_what_is_left() {
        TrainingTime time = new TrainingTime(Optional.of(Duration.ofHours(5)), 5);

        assertThat(time.of(0).secondsLeft()).isBetween(3590.0, 3600.0);
        // Whoever is done early leaves more to the others.
        assertThat(time.of(4).secondsLeft()).isBetween(17_990.0, 18_000.0);
    }

    @Test
    void without_a_limit_nothing_ends() {
        assertThat(new TrainingTime(Optional.empty(), 5).of(3).secondsLeft()).isInfinite();
    }

    @Test
    void training_whose_time_is_over_stops_but_its_trial_goes_on() {
        FoldProgress progress =
                new FoldProgress(0, measurement -> true, new TrainingTime(Optional.of(Duration.ofMillis(1)), 1).of(0));

        await().until(() -> !progress.report(1, OptionalDouble.empty(), 0.5));

        assertThat(progress.ended()).isFalse();
    }

    @Test
    void a_trial_that_is_stopped_has_ended() {
        FoldProgress progress = new FoldProgress(0, measurement -> false, new TrainingTime(Optional.empty(), 1).of(0));

        assertThat(progress.report(1, OptionalDouble.empty(), 0.5)).isFalse();
        assertThat(progress.ended()).isTrue();
    }
}
