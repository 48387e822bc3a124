package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryPaceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MIB = 1 << 20;

    private final DeliveryPace pace = new DeliveryPace();

    @Test
    void larger_files_are_given_more_time_and_no_budget_gives_more_than_a_twelfth() {
        pace.settled(0.2);

        assertThat(pace.reserve(MINUTE, 0)).isEqualTo(Duration.ofMillis(2100));
        assertThat(pace.reserve(MINUTE, 24 * MIB)).isBetween(Duration.ofMillis(4399), Duration.ofMillis(4400));
        assertThat(pace.reserve(Duration.ofSeconds(4), 128 * MIB)).isEqualTo(Duration.ofMillis(333));
        assertThat(pace.reserve(Duration.ofHours(1), 10_000 * MIB)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void the_first_delivery_is_given_more() {
        assertThat(pace.reserve(MINUTE, 0)).isEqualTo(Duration.ofMillis(3100));
        assertThat(pace.reserve(Duration.ofSeconds(4), 128 * MIB)).isEqualTo(Duration.ofMillis(666));
    }

    @Test
    void what_was_measured_takes_the_place_of_what_was_assumed() {
        pace.read(0.02);
        pace.settled(0.1);
        // 0.3 s are taken to come with any file.
        pace.merged(100 * MIB, 2.3);

        assertThat(pace.reserve(MINUTE, 40 * MIB)).isBetween(Duration.ofMillis(2978), Duration.ofMillis(2982));
        assertThat(pace.bytesIn(pace.mergingSeconds(5e6))).isCloseTo(5e6, within(1.0));
    }

    @Test
    void the_slowest_of_the_last_few_counts() {
        pace.settled(2);
        pace.settled(0.1);
        assertThat(pace.reserve(MINUTE, 0)).isEqualTo(Duration.ofMillis(1500 + 300 + 3000));

        for (int i = 0; i < 5; i++) {
            pace.settled(0.1);
        }
        assertThat(pace.reserve(MINUTE, 0)).isEqualTo(Duration.ofMillis(1500 + 300 + 150));
    }

    @Test
    void small_files_do_not_make_large_ones_look_slow() {
        pace.merged(6 * MIB, 1.5);

        // Half a second is taken to be that of its bytes.
        assertThat(pace.mergingSeconds(12 * MIB)).isCloseTo(1.25 + 1, within(0.01));
        assertThat(pace.bytesIn(5.25)).isCloseTo(4.0 * 12 * MIB, within(1.0));
        assertThat(pace.bytesIn(1)).isZero();
    }

    @Test
    void what_comes_with_any_file_does_not_make_bytes_look_slow() {
        pace.merged(MIB, 1 + 1.0 / 12);
        pace.merged(20 * MIB, 1.5);

        assertThat(pace.bytesIn(1.25 + 1.25)).isCloseTo(40.0 * MIB, within(1.0));

        pace.merged(20 * MIB, 0.8);
        pace.merged(20 * MIB, 2);

        assertThat(pace.bytesIn(1.25 + 1.25)).isCloseTo(20.0 * MIB, within(1.0));
    }

    @Test
    void what_follows_the_making_may_use_the_grace_of_a_budget_and_takes_the_rest_of_the_making() {
        assertThat(pace.ofMaking(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(2400));

        pace.settled(0.4);
        assertThat(pace.ofMaking(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));

        pace.settled(2);

        assertThat(pace.ofMaking(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(700));
        assertThat(pace.ofMaking(Duration.ofSeconds(1))).isEqualTo(Duration.ZERO);
    }
}
