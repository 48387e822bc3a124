package io.thresher.job;

import java.time.Duration;

/** A stretch of time that began when this was made. */
final class Deadline {
    private final long begin = System.nanoTime();
    private final long nanos;

    Deadline(Duration time) {
        this.nanos = time.toNanos();
    }

    /** Whether less than this share of the time is used up. */
    boolean before(double share) {
        return System.nanoTime() - begin < share * nanos;
    }

    double secondsLeft() {
        return Math.max(0, (nanos - (System.nanoTime() - begin)) / 1e9);
    }
}
