package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import java.util.OptionalDouble;

/**
 * Trains one network: epochs of shuffled batches, gradients clipped by their common norm, and in the end the weights of
 * the epoch with the lowest validation loss. Without validation rows it is the training loss that counts.
 *
 * <p>PyTorch computes outputs and gradients; everything that decides lives in Java, so a training depends on its seed
 * alone.
 */
final class TrainingLoop {
    private static final double LONGEST_GRADIENT = 1;

    private final TrainingSet set;
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final Weights weights;
    private final Weights gradients;
    private final Optimiser optimiser;
    private final Batches batches;
    private final Dropout dropout;
    private final BatchGradient batchGradient;
    private final Schedule schedule;

    TrainingLoop(TrainingSet set, Architecture architecture, TrainingSettings settings, Seed seed) {
        Regularisation regularisation = settings.regularisation();
        this.set = set;
        this.architecture = architecture;
        this.settings = settings;
        this.weights = Weights.drawn(
                architecture.network().weights(), seed.fork("weights").random());
        this.gradients = weights.zeros();
        this.optimiser = settings.optimiser().of(regularisation.weightDecay(), weights);
        this.batches = new Batches(
                set.features().rows(),
                settings.batchSize(),
                seed.fork("batches").random());
        this.dropout = Dropout.of(regularisation.dropout(), seed.fork("dropout").random());
        this.batchGradient = new BatchGradient(
                architecture,
                set.features(),
                architecture.head().aims(set.target()),
                new Mixup(regularisation.mixup(), seed.fork("mixup").random()),
                dropout);
        this.schedule = settings.schedule().of(settings.epochs() * batches.count(), settings.learningRate());
    }

    /**
     * The best weights.
     *
     * @throws TrainingFailure if the loss leaves the finite numbers or all proportion
     */
    Weights run(NDManager manager, TrainingProgress progress) {
        BestWeights best = new BestWeights(weights, settings.patience());
        Divergence divergence = new Divergence(set, settings);
        try (NDManager own = manager.newSubManager();
                NativeWeights natives =
                        NativeWeights.trainable(architecture.network().layers(), weights, own)) {
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                double trainingLoss = trainEpoch(epoch, natives, own, divergence);
                double loss = hasValidation() ? validationLoss(natives, own) : trainingLoss;
                divergence.checkValidation(loss, epoch);
                best.observe(loss, weights);
                if (!progress.report(epoch, OptionalDouble.of(trainingLoss), loss) || best.isPatienceOver()) {
                    break;
                }
            }
        }
        return best.weights();
    }

    /** Goes once through the training rows; the mean of their losses on the way. */
    private double trainEpoch(int epoch, NativeWeights natives, NDManager manager, Divergence divergence) {
        batches.shuffle();
        dropout.renew();
        double sum = 0;
        for (int i = 0; i < batches.count(); i++) {
            int[] rows = batches.batch(i);
            double loss = batchGradient.backward(rows, natives, manager);
            divergence.checkTraining(loss, epoch);
            natives.takeGradients(weights, gradients);
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
}
