package io.thresher.model.neural;

/**
 * How a network is trained.
 *
 * @param learningRate the peak of the schedule
 * @param batchSize rows a step at most
 * @param epochs at most
 * @param patience epochs without a lower validation loss before training stops
 */
record TrainingSettings(
        Optimiser.Kind optimiser,
        Schedule.Kind schedule,
        LearningRate learningRate,
        Regularisation regularisation,
        int batchSize,
        int epochs,
        int patience) {}
