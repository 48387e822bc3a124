package io.thresher.model.neural;

/**
 * What keeps a network from learning its rows by heart.
 *
 * @param weightDecay λ of the optimiser
 * @param dropout share of hidden values dropped
 * @param labelSmoothing share of each aim that is spread over all classes
 * @param mixup α of {@link Mixup}, 0 for none
 */
record Regularisation(double weightDecay, double dropout, double labelSmoothing, double mixup) {}
