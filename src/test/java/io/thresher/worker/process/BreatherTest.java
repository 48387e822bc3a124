package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BreatherTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final Semaphore given = new Semaphore(0);

    @Test
    void gives_back_once_no_trial_comes() throws InterruptedException {
        new Breather(Duration.ofMillis(10), given::release).end();

        assertThat(given.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void gives_nothing_back_between_trials_that_follow_each_other() throws InterruptedException {
        Breather breather = new Breather(Duration.ofMillis(200), given::release);
        breather.begin(false);
        breather.end();
        breather.begin(false);

        assertThat(given.tryAcquire(600, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void gives_back_before_a_trial_whose_memory_counts() {
        Breather breather = new Breather(NEVER, given::release);

        breather.begin(true);

        assertThat(given.availablePermits()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_native_code_has_freed_can_be_given_back() {
        assertThat(NativeHeap.giveBack()).isTrue();
    }
}
