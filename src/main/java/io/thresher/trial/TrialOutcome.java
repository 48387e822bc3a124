package io.thresher.trial;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How a trial ended. A failed trial is a result, not an exception. */
public sealed interface TrialOutcome
        permits TrialOutcome.Succeeded, TrialOutcome.Failed, TrialOutcome.Pruned, TrialOutcome.Cancelled {

    /**
     * It has a score and a model.
     *
     * @param score metric over all out-of-fold predictions, in the metric's own direction
     * @param foldScores metric on each fold's left-out rows
     * @param rungLosses lowest losses of the first fold up to the rungs of its curve ({@link CurveRace})
     * @param trainSeconds time spent in fitting all folds
     * @param footprint what the exported model costs
     */
    record Succeeded(
            double score, List<Double> foldScores, List<Double> rungLosses, double trainSeconds, Footprint footprint)
            implements TrialOutcome {
        public Succeeded {
            foldScores = List.copyOf(foldScores);
            rungLosses = List.copyOf(rungLosses);
        }

        /** A trial without a curve. */
        public Succeeded(double score, List<Double> foldScores, double trainSeconds, Footprint footprint) {
            this(score, foldScores, List.of(), trainSeconds, footprint);
        }

        /** Standard deviation of the fold scores, with n − 1. */
        public double scoreStd() {
            double mean = foldScores.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            double squares = foldScores.stream()
                    .mapToDouble(fold -> (fold - mean) * (fold - mean))
                    .sum();
            return foldScores.size() < 2 ? 0 : Math.sqrt(squares / (foldScores.size() - 1));
        }
    }

    /**
     * It has no score.
     *
     * @param seconds time it ran; 0 where that is not told
     */
    record Failed(FailureReason reason, String message, double seconds) implements TrialOutcome {

        /** A failure whose time whoever ran the trial has to tell. */
        public Failed(FailureReason reason, String message) {
            this(reason, message, 0);
        }

        /** The same failure after so much time. */
        public Failed after(Duration time) {
            return new Failed(reason, message, time.toNanos() / 1e9);
        }
    }

    /**
     * It was stopped early because it could not win.
     *
     * @param foldScores metric on the left-out rows of the folds it finished
     * @param rungLosses lowest losses of the first fold up to the rungs of its curve that it reached
     * @param expectedScore score over all folds that these let expect; absent if there are none
     * @param trainSeconds time spent in fitting
     */
    record Pruned(
            String message,
            List<Double> foldScores,
            List<Double> rungLosses,
            OptionalDouble expectedScore,
            double trainSeconds)
            implements TrialOutcome {
        public Pruned {
            foldScores = List.copyOf(foldScores);
            rungLosses = List.copyOf(rungLosses);
        }

        /** A trial without a curve. */
        public Pruned(String message, List<Double> foldScores, OptionalDouble expectedScore, double trainSeconds) {
            this(message, foldScores, List.of(), expectedScore, trainSeconds);
        }
    }

    /**
     * It was stopped from outside.
     *
     * @param withJob whether because its job ended, and not for its own sake: it is run if the job goes on
     */
    record Cancelled(String message, boolean withJob) implements TrialOutcome {}

    /** The function for the case at hand, applied. */
    default <T> T match(
            Function<Succeeded, T> succeeded,
            Function<Failed, T> failed,
            Function<Pruned, T> pruned,
            Function<Cancelled, T> cancelled) {
        if (this instanceof Succeeded outcome) {
            return succeeded.apply(outcome);
        }
        if (this instanceof Failed outcome) {
            return failed.apply(outcome);
        }
        return this instanceof Pruned outcome ? pruned.apply(outcome) : cancelled.apply((Cancelled) this);
    }

    /** The state of a trial that ended this way. */
    default TrialState state() {
        return match(
                succeeded -> TrialState.SUCCEEDED,
                failed -> failed.reason() == FailureReason.INFEASIBLE ? TrialState.INFEASIBLE : TrialState.FAILED,
                pruned -> TrialState.PRUNED,
                cancelled -> TrialState.CANCELLED);
    }
}
