package io.thresher.trial;

import java.util.List;

/** What became of a cross-validation. */
public sealed interface CrossValidationResult permits CrossValidated, CrossValidationResult.StoppedEarly {

    /**
     * It was not trained on every fold: it was lost, or whoever listened ended it.
     *
     * @param foldScores metric on the left-out rows of the folds that were finished
     * @param trainSeconds time spent in fitting
     */
    record StoppedEarly(List<Double> foldScores, double trainSeconds) implements CrossValidationResult {
        public StoppedEarly {
            foldScores = List.copyOf(foldScores);
        }
    }
}
