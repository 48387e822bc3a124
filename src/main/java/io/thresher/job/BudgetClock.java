package io.thresher.job;

import java.time.Duration;

/** Tells how much of its time a job has used: it runs while the job's loop does, and only then. */
final class BudgetClock {
    /** Stands for no limit. */
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Duration usedBefore;
    private final long startNanos = System.nanoTime();

    /** Starts now. */
    BudgetClock(Duration usedBefore) {
        this.usedBefore = usedBefore;
    }

    Duration used() {
        return usedBefore.plusNanos(System.nanoTime() - startNanos);
    }

    /** What is left of the time of {@code budget} if so much of it is kept back; a year where there is no limit. */
    Duration left(Budget budget, Duration keptBack) {
        Duration left =
                budget.time().map(time -> time.minus(keptBack)).orElse(FOREVER).minus(used());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
