package io.thresher.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a search may use; whichever limit is reached first ends it.
 *
 * @param time wall time while the job runs; pauses and downtime of the service do not count
 * @param trials number of trials
 */
public record Budget(Optional<Duration> time, Optional<Integer> trials) {

    public Budget {
        if (time.isEmpty() && trials.isEmpty()) {
            throw new IllegalArgumentException("a budget needs a time or a number of trials");
        }
        if (time.filter(span -> span.isNegative() || span.isZero()).isPresent()
                || trials.filter(count -> count < 1).isPresent()) {
            throw new IllegalArgumentException("a budget must be positive");
        }
    }
}
