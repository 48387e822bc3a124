package io.thresher.job;

import io.thresher.trial.Footprint;

/**
 * A trial that has a score and keeps to the limits, and has a model unless that was not worth its room.
 *
 * @param number within its job, from 0
 * @param loss its score turned so that lower is better
 * @param footprint what its model costs
 * @param modelKept whether its model is there; its out-of-fold predictions are in any case
 */
public record FinishedTrial(int number, String family, double loss, Footprint footprint, boolean modelKept) {}
