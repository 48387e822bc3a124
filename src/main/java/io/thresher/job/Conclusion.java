package io.thresher.job;

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
                        .orElseGet(() -> JobEnd.without(
                                withoutModel(reason, trials), NoModel.because(job.objective(), trials))));
    }

    /** Where trials have scores and none may be delivered, that says more than why the search stopped. */
    private static EndReason withoutModel(EndReason reason, List<TrialRecord> trials) {
        boolean succeeded = trials.stream().anyMatch(trial -> trial.state() == TrialState.SUCCEEDED);
        return succeeded && reason != EndReason.CANCELLED ? EndReason.NOTHING_FITS : reason;
    }

    private List<FinishedTrial> finished(List<TrialRecord> trials, KeptModels kept) {
        return trials.stream()
                .flatMap(trial -> trial
                        .outcome()
                        .filter(Succeeded.class::isInstance)
                        .map(Succeeded.class::cast)
                        .filter(reached -> job.objective()
                                .limits()
                                .missedBy(reached.footprint())
                                .isEmpty())
                        .map(reached -> finished(trial, reached, kept))
                        .stream())
                .sorted(Comparator.comparingDouble(FinishedTrial::loss).thenComparing(FinishedTrial::number))
                .toList();
    }

    private FinishedTrial finished(TrialRecord trial, Succeeded reached, KeptModels kept) {
        return new FinishedTrial(
                trial.number(),
                trial.configuration().family(),
                job.objective().metric().loss(reached.score()),
                reached.footprint(),
                kept.contains(trial.number()));
    }
}
