package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import java.util.OptionalDouble;

/**
 * Trains one network: epochs of shuffled batches and in the end the weights with the lowest validation loss. They are looked
 * at after each epoch, as an average over the last ones (Polyak and Juditsky: Acceleration of stochastic approximation by
 * averaging, 1992): it is better than any of them, and jumps less, so that the best of many is less of a lucky one. Where
 * training ends before it has reached its best, the average is late, and the last weights have a look of their own. Without
 * validation rows it is the training loss that counts.
 */
final class TrainingLoop {
    private static final double NEWEST = 0.4;
    /** Epochs up to which there is no average. */
    private static final double UNAVERAGED = 8;

    private final TrainingSet set;
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final Seed seed;

    TrainingLoop(TrainingSet set, Architecture architecture, TrainingSettings settings, Seed seed) {
        this.set = set;
        this.architecture = architecture;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * The best weights.
     *
     * @throws TrainingFailure if the loss leaves the finite numbers or all proportion
     */
    Weights run(NDManager manager, TrainingProgress progress) {
        double peak = settings.learningRate().peak(set, architecture, settings, seed.fork("rangeTest"), manager);
        Divergence divergence =
                new Divergence(new LikelyCause(set, settings.learningRate().words(peak)));
        try (Learner learner = new Learner(set, architecture, settings, seed, manager)) {
            int epochs = settings.epochs();
            Schedule schedule = settings.schedule().of(epochs * learner.batches(), peak);
            Weights averages = learner.weights().copy();
            BestWeights best = new BestWeights(learner.weights(), settings.patience());
            for (int epoch = 1; epoch <= epochs; epoch++) {
                long start = System.nanoTime();
                double trainingLoss = trainEpoch(epoch, learner, schedule, divergence, progress);
                averages.approach(learner.weights(), shareOfNewest(epoch, epochs));
                double loss = hasValidation() ? validationLoss(averages, learner, manager) : trainingLoss;
                divergence.checkValidation(loss, epoch);
                best.observe(loss, averages);
                if (!progress.report(epoch, OptionalDouble.of(trainingLoss), loss) || best.isPatienceOver()) {
                    break;
                }
                int fitting = epoch + fitting(System.nanoTime() - start, progress);
                if (fitting < epochs) {
                    epochs = fitting;
                    schedule = settings.schedule().of(epochs * learner.batches(), peak);
                }
            }
            if (best.isLastBest() && hasValidation()) {
                best.observe(validationLoss(learner.weights(), learner, manager), learner.weights());
            }
            return best.weights();
        }
    }

    /**
     * Further epochs that fit into the time left. A schedule that is cut off while its steps are large leaves a poor model;
     * one that was drawn tighter in time ends small.
     */
    private static int fitting(long nanosOfEpoch, TrainingProgress progress) {
        return (int) Math.min(Integer.MAX_VALUE / 2.0, Math.max(0, progress.secondsLeft() * 1e9 / nanosOfEpoch));
    }

    /** Goes once through the training rows, unless time is over; the mean of their losses on the way. */
    private double trainEpoch(
            int epoch, Learner learner, Schedule schedule, Divergence divergence, TrainingProgress progress) {
        learner.renew();
        double sum = 0;
        for (int batch = 0; batch < learner.batches() && (batch == 0 || progress.secondsLeft() > 0); batch++) {
            double loss = learner.step(batch, schedule.rate((epoch - 1) * learner.batches() + batch));
            divergence.checkTraining(loss, epoch);
            sum += loss * learner.rows();
        }
        return sum / set.features().rows();
    }

    /** The share of an epoch's weights in their average. Few epochs are not averaged: the first of them are far from the last. */
    private static double shareOfNewest(int epoch, int epochs) {
        return Math.max(1.0 / epoch, Math.min(1, Math.max(NEWEST, UNAVERAGED / epochs)));
    }

    private double validationLoss(Weights weights, Learner learner, NDManager manager) {
        NativeWeights natives = learner.natives();
        natives.load(weights);
        float[] predictions = architecture.predict(set.validationFeatures(), natives, manager);
        natives.load(learner.weights());
        return architecture.head().loss(predictions, set.validationTarget());
    }

    private boolean hasValidation() {
        return set.validationFeatures().rows() > 0;
    }
}
