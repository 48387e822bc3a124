package io.thresher.ensemble;

/**
 * A model's part in an ensemble.
 *
 * @param number of the candidate
 * @param weight above 0; the weights of an ensemble sum to 1
 */
public record Member(int number, double weight) {}
