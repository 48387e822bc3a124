package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TradeOffTest {
    private static final TradeOff MIDDLE = new TradeOff(0, 0.3, 100, 10_000);

    @Test
    void what_is_no_worse_in_anything_makes_the_other_needless() {
        assertThat(new TradeOff(1, 0.2, 100, 10_000).covers(MIDDLE)).isTrue();
        assertThat(new TradeOff(1, 0.3, 20, 10_000).covers(MIDDLE)).isTrue();
        assertThat(MIDDLE.covers(new TradeOff(1, 0.3, 100, 10_000))).isTrue();
    }

    @Test
    void what_is_worse_in_one_does_not() {
        assertThat(new TradeOff(1, 0.2, 150, 10_000).covers(MIDDLE)).isFalse();
        assertThat(new TradeOff(1, 0.2, 10, 20_000).covers(MIDDLE)).isFalse();
        assertThat(new TradeOff(1, 0.3001, 10, 100).covers(MIDDLE)).isFalse();
    }

    @Test
    void the_noise_of_a_latency_puts_nothing_on_the_front() {
        TradeOff same = new TradeOff(1, 0.31, 99.5, 9_990);

        assertThat(MIDDLE.covers(same)).isTrue();
    }
}
