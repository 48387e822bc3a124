package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;

/**
 * Trains one network: epochs of shuffled batches, AdamW under a one-cycle schedule, gradients clipped by their common
 * norm, and in the end the weights of the epoch with the lowest validation loss. Without validation rows it is the
 * training loss that counts.
 *
 * <p>PyTorch computes outputs and gradients; everything that decides lives in Java, so a training depends on its seed
 * alone.
 */
final class TrainingLoop {
    private static final double LONGEST_GRADIENT = 1;

    private final TrainingSet set;
    private final Architecture architecture;
    private final MlpSettings settings;
    private final Weights weights;
    private final Weights gradients;
    private final AdamW optimiser;
    private final Batches batches;
    private final BatchGradient batchGradient;
    private final OneCycle schedule;

    TrainingLoop(TrainingSet set, Architecture architecture, MlpSettings settings, Seed seed) {
        this.set = set;
        this.architecture = architecture;
        this.settings = settings;
        this.weights = Weights.drawn(
                architecture.network().weights(), seed.fork("weights").random());
        this.gradients = weights.zeros();
        this.optimiser = new AdamW(settings.weightDecay(), weights);
        this.batches = new Batches(
                set.features().rows(),
                settings.batchSize(),
                seed.fork("batches").random());
        this.batchGradient = new BatchGradient(
                architecture,
                set.features(),
                architecture.head().aims(set.target()),
                Dropout.of(settings.dropout(), seed.fork("dropout").random()));
        this.schedule = new OneCycle(settings.epochs() * batches.count(), settings.learningRate());
    }

    /**
     * The best weights.
     *
     * @throws TrainingFailure if the loss leaves the finite numbers
     */
    Weights run(NDManager manager, TrainingProgress progress) {
        BestWeights best = new BestWeights(weights, settings.patience());
        try (NativeWeights natives = NativeWeights.trainable(weights, manager)) {
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                double trainingLoss = trainEpoch(epoch, natives, manager);
                double loss = hasValidation() ? finite(validationLoss(natives, manager), epoch) : trainingLoss;
                best.observe(loss, weights);
                if (!progress.report(epoch, loss) || best.isPatienceOver()) {
                    break;
                }
            }
        }
        return best.weights();
    }

    /** Goes once through the training rows; the mean of their losses on the way. */
    private double trainEpoch(int epoch, NativeWeights natives, NDManager manager) {
        batches.shuffle();
        double sum = 0;
        for (int i = 0; i < batches.count(); i++) {
            int[] rows = batches.batch(i);
            double loss = finite(batchGradient.backward(rows, natives, manager), epoch);
            natives.takeGradients(gradients);
            gradients.clip(LONGEST_GRADIENT);
            optimiser.step(weights, gradients, schedule.rate((epoch - 1) * batches.count() + i));
            natives.load(weights);
            sum += loss * rows.length;
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

    private double finite(double loss, int epoch) {
        if (Double.isFinite(loss)) {
            return loss;
        }
        throw new TrainingFailure(
                TrainingFailure.Cause.DIVERGED,
                "the loss became %s in epoch %d: learningRate %s is probably too high for this network"
                        .formatted(loss, epoch, settings.learningRate()));
    }
}
