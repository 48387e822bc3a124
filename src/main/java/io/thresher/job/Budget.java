package io.thresher.job;

import io.thresher.search.Patience;
import java.time.Duration;
import java.util.Optional;

/**
 * How much a search may use; whichever limit is reached first ends it.
 *
 * @param time wall time while the job runs; pauses and downtime of the service do not count
 * @param trials number of trials that are suggested; those a user asks for come on top, and those a user cancels do not
 *     count
 * @param patience when no further gain is expected
 */
public record Budget(Optional<Duration> time, Optional<Integer> trials, Optional<Patience> patience) {

    public Budget {
        if (time.isEmpty() && trials.isEmpty() && patience.isEmpty()) {
            throw new IllegalArgumentException("a budget needs a time, a number of trials or patience");
        }
        if (time.filter(span -> span.isNegative() || span.isZero()).isPresent()
                || trials.filter(count -> count < 1).isPresent()) {
            throw new IllegalArgumentException("a budget must be positive");
        }
    }

    /**
     * In which the training of one trial should end: a quarter of all time, so that no trial is the only one, and most of
     * what is left, so that the last trials end before the budget does. None without a time: then nothing hurries, and a
     * search gives the same on every machine.
     *
     * @param left what is left of the time
     */
    public Optional<Duration> trainingTime(Duration left) {
        return time.map(all -> {
            Duration share = all.dividedBy(4);
            Duration most = left.multipliedBy(85).dividedBy(100);
            return share.compareTo(most) < 0 ? share : most;
        });
    }

    /** A budget that is used up whether or not anything is gained. */
    public Budget(Optional<Duration> time, Optional<Integer> trials) {
        this(time, trials, Optional.empty());
    }

    /** Whether another trial may be suggested after {@code suggested} ones. */
    public boolean allows(int suggested) {
        return trials.map(most -> suggested < most).orElse(true);
    }
}
