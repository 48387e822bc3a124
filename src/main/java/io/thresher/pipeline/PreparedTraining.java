package io.thresher.pipeline;

import io.thresher.model.FeatureMatrix;

/**
 * A fitted preparation and what it makes of the rows it was fitted on.
 *
 * @param preparation for all other rows
 * @param features of the training rows; where a feature is made from the target, without what a row's own target says
 */
public record PreparedTraining(Preparation preparation, FeatureMatrix features) {}
