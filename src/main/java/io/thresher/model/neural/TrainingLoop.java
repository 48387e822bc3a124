package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import java.util.OptionalDouble;

/**
 * Trains one network: epochs of shuffled batches and in the end the weights of the epoch with the lowest validation loss.
 * Without validation rows it is the training loss that counts.
 */
final class TrainingLoop {
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
        double peak = settings.learningRate().peak(set, architecture, settings, seed.fork("rangeTest"));
        Divergence divergence =
                new Divergence(new LikelyCause(set, settings.learningRate().words(peak)));
        try (Learner learner = new Learner(set, architecture, settings, seed, manager)) {
            int epochs = settings.epochs();
            Schedule schedule = settings.schedule().of(epochs * learner.batches(), peak);
            BestWeights best = new BestWeights(learner.weights(), settings.patience());
            for (int epoch = 1; epoch <= epochs; epoch++) {
                long start = System.nanoTime();
                double trainingLoss = trainEpoch(epoch, learner, schedule, divergence, progress);
                double loss = hasValidation() ? validationLoss(learner.natives(), manager) : trainingLoss;
                divergence.checkValidation(loss, epoch);
                best.observe(loss, learner.weights());
                if (!progress.report(epoch, OptionalDouble.of(trainingLoss), loss) || best.isPatienceOver()) {
                    break;
                }
                int fitting = epoch + fitting(System.nanoTime() - start, progress);
                if (fitting < epochs) {
                    epochs = fitting;
                    schedule = settings.schedule().of(epochs * learner.batches(), peak);
                }
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

    private double validationLoss(NativeWeights natives, NDManager manager) {
        float[] predictions = architecture.predict(set.validationFeatures(), natives, manager);
        return architecture.head().loss(predictions, set.validationTarget());
    }

    private boolean hasValidation() {
        return set.validationFeatures().rows() > 0;
    }
}
