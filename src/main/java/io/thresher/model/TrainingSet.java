package io.thresher.model;

import io.thresher.data.Target;

/**
 * What a model is fitted on.
 *
 * @param features the training rows
 * @param target what they should give, one value a row
 * @param validationFeatures rows that decide when to stop, never trained on
 * @param validationTarget what those should give
 * @param constraints what every model must keep to; only families that honour them are asked
 * @param attachments what families keep with the rows; closed with this
 */
public record TrainingSet(
        FeatureMatrix features,
        Target target,
        FeatureMatrix validationFeatures,
        Target validationTarget,
        Constraints constraints,
        Attachments attachments)
        implements AutoCloseable {

    public TrainingSet {
        if (features.rows() != target.rows() || validationFeatures.rows() != validationTarget.rows()) {
            throw new IllegalArgumentException("features and target must have the same number of rows");
        }
        if (features.columns() != validationFeatures.columns()) {
            throw new IllegalArgumentException("training and validation rows must have the same features");
        }
    }

    /** Rows without constraints that nothing is kept with. */
    public TrainingSet(
            FeatureMatrix features, Target target, FeatureMatrix validationFeatures, Target validationTarget) {
        this(features, target, validationFeatures, validationTarget, Constraints.NONE, Attachments.none());
    }

    @Override
    public void close() {
        attachments.close();
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
