package io.thresher.model;

import io.thresher.data.Target;

/**
 * What a model is fitted on.
 *
 * @param features the training rows
 * @param target what they should give, one value a row
 * @param validationFeatures rows that decide when to stop, never trained on
 * @param validationTarget what those should give
 */
public record TrainingSet(
        FeatureMatrix features, Target target, FeatureMatrix validationFeatures, Target validationTarget) {

    public TrainingSet {
        if (features.rows() != target.rows() || validationFeatures.rows() != validationTarget.rows()) {
            throw new IllegalArgumentException("features and target must have the same number of rows");
        }
        if (features.columns() != validationFeatures.columns()) {
            throw new IllegalArgumentException("training and validation rows must have the same features");
        }
    }

    /** Width of the predictions: number of classes, or 1 for regression. */
    public int outputs() {
        return target.task().isClassification() ? target.classes().size() : 1;
    }

    /**
     * Says no where there is nothing to learn from.
     *
     * @throws TrainingFailure if no column has become a feature
     */
    public void requireFeatures() {
        if (features.columns() == 0) {
            throw new TrainingFailure(TrainingFailure.Cause.INFEASIBLE, "there is no feature to learn from");
        }
    }
}
