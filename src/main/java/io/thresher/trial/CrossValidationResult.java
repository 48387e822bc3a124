package io.thresher.trial;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What became of a cross-validation. */
public sealed interface CrossValidationResult permits CrossValidated, CrossValidationResult.StoppedEarly {

    /**
     * It was not trained on every fold: it was lost, or whoever listened ended it.
     *
     * @param foldScores metric on the left-out rows of the folds that were finished
     * @param rungLosses lowest losses of the first fold up to the rungs of its curve that it reached
     * @param lostAfterSteps steps of the first fold after which it was lost, if its curve lost it
     * @param expectedLoss loss over all folds to expect, if its curve lost it
     * @param trainSeconds time spent in fitting
     */
    record StoppedEarly(
            List<Double> foldScores,
            List<Double> rungLosses,
            OptionalInt lostAfterSteps,
            OptionalDouble expectedLoss,
            double trainSeconds)
            implements CrossValidationResult {
        public StoppedEarly {
            foldScores = List.copyOf(foldScores);
            rungLosses = List.copyOf(rungLosses);
        }

        /** Stopped, but not by its curve. */
        static StoppedEarly of(List<Double> foldScores, List<Double> rungLosses, double trainSeconds) {
            return new StoppedEarly(foldScores, rungLosses, OptionalInt.empty(), OptionalDouble.empty(), trainSeconds);
        }
    }
}
