package io.thresher.ensemble;

/**
 * A model's part in an ensemble.
 *
 * @param number of the candidate
 * @param weight in the average; the weights of an ensemble sum to 1, and only a second layer has members of none
 */
public record Member(int number, double weight) {}
