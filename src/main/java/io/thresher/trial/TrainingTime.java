package io.thresher.trial;

import java.time.Duration;
import java.util.Optional;

/**
 * The time that a trial's training may take, dealt out to its folds: each gets an equal part of what those before it have
 * left. A trial that would take longer ends its training early and has a model all the same, where a trial that runs
 * into its time limit has none.
 */
final class TrainingTime {
    private final Optional<Duration> limit;
    private final int folds;
    private final long start = System.nanoTime();

    /**
     * @param limit for all folds together; none for as long as it takes
     * @param folds how many there are
     */
    TrainingTime(Optional<Duration> limit, int folds) {
        this.limit = limit;
        this.folds = folds;
    }

    /** The time of one fold, from now on. */
    @FunctionalInterface
    interface Share {
        /** Seconds left of it; infinite without a limit, negative when it is over. */
        double secondsLeft();
    }

    /** The share of {@code fold}, which starts now. */
    Share of(int fold) {
        if (limit.isEmpty()) {
            return () -> Double.POSITIVE_INFINITY;
        }
        long now = System.nanoTime();
        long left = Math.max(0, limit.get().toNanos() - (now - start));
        long end = now + left / (folds - fold);
        return () -> (end - System.nanoTime()) / 1e9;
    }
}
