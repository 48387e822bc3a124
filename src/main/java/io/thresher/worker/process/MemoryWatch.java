package io.thresher.worker.process;

import io.thresher.trial.Cost;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Limits;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome.Failed;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Ends a trial whose training has taken more memory than its job allows: the model could not be delivered, and what is
 * trained further would only take more. Asked with every measurement.
 */
final class MemoryWatch implements Predicate<Measurement> {
    private static final double MIB = 1 << 20;

    private final PeakMemory memory;
    private final OptionalDouble most;
    private final Predicate<Measurement> goOn;
    private OptionalLong over = OptionalLong.empty();

    /**
     * @param memory counted since the trial began
     * @param goOn asked as long as the limit is kept
     */
    MemoryWatch(PeakMemory memory, Limits limits, Predicate<Measurement> goOn) {
        this.memory = memory;
        this.most = limits.of(Cost.TRAINING_MEMORY);
        this.goOn = goOn;
    }

    @Override
    public boolean test(Measurement measurement) {
        if (most.isPresent() && over.isEmpty()) {
            OptionalLong held = memory.bytes();
            over = held.isPresent() && held.getAsLong() > most.getAsDouble() ? held : OptionalLong.empty();
        }
        return over.isEmpty() && goOn.test(measurement);
    }

    /** What became of the trial, if this ended it. */
    Optional<Failed> verdict() {
        return over.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failed(
                        FailureReason.INFEASIBLE,
                        String.format(
                                Locale.ROOT,
                                "training was stopped when it had taken %.0f MiB of memory (%s), at most %.0f MiB",
                                over.getAsLong() / MIB,
                                Cost.TRAINING_MEMORY.word(),
                                most.orElse(Double.NaN) / MIB)));
    }
}
