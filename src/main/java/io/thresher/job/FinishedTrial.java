package io.thresher.job;

/**
 * A trial that has a score, and a model unless that was not worth its room.
 *
 * @param number within its job, from 0
 * @param loss its score turned so that lower is better
 * @param modelBytes size of its model
 * @param modelKept whether its model is there; its out-of-fold predictions are in any case
 */
public record FinishedTrial(int number, String family, double loss, long modelBytes, boolean modelKept) {}
