package io.thresher.job;

import io.thresher.trial.FailureReason;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Cancelled;
import io.thresher.trial.TrialOutcome.Failed;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The trials of an earlier job, run again in their order: each has the number and the configuration it had there and
 * knows what it knew there, so that it comes to the same result. What ended for reasons outside of the trial (cancelled,
 * out of time or memory, a process that died) is not run but ends as it did.
 */
final class ReplayedTrials implements TrialPlanner {
    private static final Set<FailureReason> OUTSIDE =
            Set.of(FailureReason.TIMEOUT, FailureReason.CRASHED, FailureReason.OUT_OF_MEMORY);

    private final Map<Integer, TrialRecord> original;

    ReplayedTrials(Collection<TrialRecord> original) {
        this.original = original.stream().collect(Collectors.toMap(TrialRecord::number, Function.identity()));
    }

    @Override
    public boolean isReady(TrialBook book) {
        return planned(book.next())
                .map(trial -> book.pending().stream()
                        .allMatch(running -> trial.unseen().contains(running.number())))
                .orElse(true);
    }

    @Override
    public NextTrial next(TrialBook book) {
        return planned(book.next())
                .<NextTrial>map(NextTrial.Planned::new)
                .orElseGet(() -> new NextTrial.None(EndReason.TRIALS_USED_UP));
    }

    @Override
    public Optional<TrialOutcome> settled(int number) {
        return Optional.ofNullable(original.get(number))
                .flatMap(TrialRecord::outcome)
                .filter(outcome -> outcome instanceof Cancelled
                        || (outcome instanceof Failed failed && OUTSIDE.contains(failed.reason())));
    }

    private Optional<PlannedTrial> planned(int number) {
        return Optional.ofNullable(original.get(number)).map(TrialRecord::plan);
    }
}
