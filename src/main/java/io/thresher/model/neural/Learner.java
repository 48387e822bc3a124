package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;

/**
 * A network in training: takes steps against gradients that are clipped by their common norm. PyTorch computes outputs
 * and gradients; everything that decides lives in Java, so the steps depend on the seed alone.
 */
final class Learner implements AutoCloseable {
    private static final double LONGEST_GRADIENT = 1;

    private final NDManager manager;
    private final Weights weights;
    private final Weights gradients;
    private final NativeWeights natives;
    private final Optimiser optimiser;
    private final Batches batches;
    private final Dropout dropout;
    private final BatchGradient batchGradient;
    private int rows;

    /**
     * @param seed of the weights, the order of rows, dropout and mixup
     * @param parent frees what this allocates, if this is not closed before
     */
    Learner(TrainingSet set, Architecture architecture, TrainingSettings settings, Seed seed, NDManager parent) {
        Regularisation regularisation = settings.regularisation();
        this.manager = parent.newSubManager();
        this.weights = Weights.drawn(
                architecture.network().weights(), seed.fork("weights").random());
        this.gradients = weights.zeros();
        this.natives = NativeWeights.trainable(architecture.network().layers(), weights, manager);
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
    }

    /** Begins an epoch. */
    void renew() {
        batches.shuffle();
        dropout.renew();
    }

    /** Batches an epoch. */
    int batches() {
        return batches.count();
    }

    /** Steps against the gradient of a batch of this epoch; its mean loss before the step. */
    double step(int batch, double learningRate) {
        int[] chosen = batches.batch(batch);
        rows = chosen.length;
        double loss = batchGradient.backward(chosen, natives, manager);
        natives.takeGradients(weights, gradients);
        gradients.clip(LONGEST_GRADIENT);
        optimiser.step(weights, gradients, learningRate);
        natives.load(weights);
        return loss;
    }

    /** Rows of the batch of the last step. */
    int rows() {
        return rows;
    }

    /** The weights as they are now; the next step changes them. */
    Weights weights() {
        return weights;
    }

    /** The same for PyTorch. */
    NativeWeights natives() {
        return natives;
    }

    @Override
    public void close() {
        natives.close();
        manager.close();
    }
}
