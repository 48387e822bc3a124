package io.thresher.trial;

import java.util.OptionalDouble;

/**
 * A number reported while a trial runs.
 *
 * @param fold fold that is being trained, from 0
 * @param step step of training (boosting round, epoch, tree), from 1
 * @param trainingLoss the same loss on the rows of training, where training gives it away
 * @param validationLoss loss on the rows left out of the fold after that step, lower is better
 */
public record Measurement(int fold, int step, OptionalDouble trainingLoss, double validationLoss) {}
