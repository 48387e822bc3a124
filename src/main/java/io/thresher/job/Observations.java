package io.thresher.job;

import io.thresher.metric.Metric;
import io.thresher.search.Observation;
import io.thresher.trial.Limits;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** Outcomes of trials in the numbers of the search engine: losses, lower is better. */
final class Observations {
    private final Metric metric;
    private final Limits limits;
    private final boolean timed;

    /**
     * @param timed whether costs may sway the search; a budget of trials is to give the same search on every machine,
     *     however fast it is
     */
    Observations(Objective objective, boolean timed) {
        this.metric = objective.metric();
        this.limits = objective.limits();
        this.timed = timed;
    }

    /**
     * What a trial tells the search.
     *
     * @param ran from its start to its end, of which training is a part; if that is not known any more, training is what it
     *     cost
     */
    Observation of(PlannedTrial trial, TrialOutcome outcome, Duration ran) {
        return outcome.match(
                succeeded -> new Observation(
                        trial.number(),
                        trial.configuration(),
                        OptionalDouble.of(metric.loss(succeeded.score())),
                        losses(succeeded.foldScores()),
                        succeeded.rungLosses(),
                        false,
                        cost(succeeded.trainSeconds(), ran),
                        limits.excess(succeeded.footprint())),
                failed -> Observation.failed(trial.number(), trial.configuration(), cost(failed.seconds(), ran)),
                pruned -> new Observation(
                        trial.number(),
                        trial.configuration(),
                        loss(pruned.expectedScore()),
                        losses(pruned.foldScores()),
                        pruned.rungLosses(),
                        true,
                        cost(pruned.trainSeconds(), ran)),
                cancelled -> Observation.failed(trial.number(), trial.configuration(), 1));
    }

    private List<Double> losses(List<Double> scores) {
        return scores.stream().map(metric::loss).toList();
    }

    private OptionalDouble loss(OptionalDouble score) {
        return score.isPresent() ? OptionalDouble.of(metric.loss(score.getAsDouble())) : score;
    }

    private double cost(double seconds, Duration ran) {
        return timed ? Math.max(seconds, ran.toNanos() / 1e9) : 1;
    }
}
