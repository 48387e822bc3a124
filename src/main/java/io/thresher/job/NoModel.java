package io.thresher.job;

import io.thresher.trial.FailureReason;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.trial.TrialState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a search has no model to deliver. */
final class NoModel {
    /** Trials that are named where none keeps to the limits. */
    private static final int NEAREST = 3;

    private NoModel() {}

    static String because(Objective objective, List<TrialRecord> trials) {
        String nearest = of(trials, Succeeded.class)
                .sorted(Comparator.comparingDouble((Ended<Succeeded> over) ->
                                objective.limits().excess(over.outcome().footprint()))
                        .thenComparing(over -> over.trial().number()))
                .limit(NEAREST)
                .map(over -> miss(objective, over))
                .collect(Collectors.joining("; "));
        if (!nearest.isEmpty()) {
            return "no trial keeps to the limits, so no model is delivered; the nearest: " + nearest;
        }
        return of(trials, Failed.class)
                .filter(failed -> failed.trial().state() == TrialState.FAILED
                        || failed.outcome().reason() == FailureReason.INFEASIBLE)
                .map(Ended::outcome)
                .map(failed -> "no trial gave a model; the first failed with %s: %s"
                        .formatted(failed.reason(), failed.message()))
                .findFirst()
                .orElse("no trial finished within the budget; give it more time");
    }

    private record Ended<T>(TrialRecord trial, T outcome) {}

    private static <T> Stream<Ended<T>> of(List<TrialRecord> trials, Class<T> kind) {
        return trials.stream()
                .flatMap(
                        trial -> trial
                                .outcome()
                                .filter(kind::isInstance)
                                .map(outcome -> new Ended<>(trial, kind.cast(outcome)))
                                .stream());
    }

    private static String miss(Objective objective, Ended<Succeeded> over) {
        Succeeded reached = over.outcome();
        return String.format(
                Locale.ROOT,
                "trial %d (%s, %s %.5g) with %s",
                over.trial().number(),
                over.trial().configuration().family(),
                objective.metric().word(),
                reached.score(),
                objective.limits().excessWords(reached.footprint()));
    }
}
