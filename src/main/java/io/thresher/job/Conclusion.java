package io.thresher.job;

import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.trial.TrialState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The end of a search: what it found is delivered, and the journal told. */
final class Conclusion {
    private final SearchJob job;
    private final Journal journal;
    private final Delivery delivery;

    Conclusion(SearchJob job, Journal journal, Delivery delivery) {
        this.job = job;
        this.journal = journal;
        this.delivery = delivery;
    }

    /**
     * Delivers, and ends the job.
     *
     * @param reason why the search stopped
     * @param time that there is for delivering
     */
    void end(EndReason reason, KeptModels kept, Duration time) {
        Optional<Integer> best = kept.best();
        List<TrialRecord> trials = journal.trials(job.id());
        if (best.isPresent()) {
            delivery.deliver(job, finished(trials, kept), time);
        }
        journal.ended(
                job.id(),
                best.map(number -> JobEnd.with(reason, number))
                        .orElseGet(() -> JobEnd.without(reason, explanation(trials))));
    }

    private List<FinishedTrial> finished(List<TrialRecord> trials, KeptModels kept) {
        return trials.stream()
                .flatMap(trial -> trial
                        .outcome()
                        .filter(Succeeded.class::isInstance)
                        .map(outcome -> finished(trial, (Succeeded) outcome, kept))
                        .stream())
                .sorted(Comparator.comparingDouble(FinishedTrial::loss).thenComparing(FinishedTrial::number))
                .toList();
    }

    private FinishedTrial finished(TrialRecord trial, Succeeded reached, KeptModels kept) {
        return new FinishedTrial(
                trial.number(),
                trial.configuration().family(),
                job.objective().metric().loss(reached.score()),
                reached.modelBytes(),
                kept.contains(trial.number()));
    }

    private static String explanation(List<TrialRecord> trials) {
        return trials.stream()
                .filter(trial -> trial.state() == TrialState.FAILED || trial.state() == TrialState.INFEASIBLE)
                .flatMap(trial -> trial.outcome().stream())
                .filter(TrialOutcome.Failed.class::isInstance)
                .map(TrialOutcome.Failed.class::cast)
                .map(failed -> "no trial gave a model; the first failed with %s: %s"
                        .formatted(failed.reason(), failed.message()))
                .findFirst()
                .orElse("no trial finished within the budget; give it more time");
    }
}
