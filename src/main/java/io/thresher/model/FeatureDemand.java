package io.thresher.model;

/**
 * What a family asks of its features.
 *
 * @param acceptsMissing whether NaN may stand for a missing value; otherwise missing numbers are imputed
 * @param wantsScaling whether numbers should have zero mean and unit variance
 */
public record FeatureDemand(boolean acceptsMissing, boolean wantsScaling) {}
