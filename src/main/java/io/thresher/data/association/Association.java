package io.thresher.data.association;

/**
 * How much a column tells of the target.
 *
 * @param column its name
 * @param mutualInformation in nats, at least 0, between the binned column and the binned target, corrected for the bias
 *     of few rows
 * @param predictiveScore share of what there is to explain that a model of this column alone explains on rows it has not
 *     seen, from 0 to 1: of the variance of a number, of the entropy of classes
 */
public record Association(String column, double mutualInformation, double predictiveScore) {}
