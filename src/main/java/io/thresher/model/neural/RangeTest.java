package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;

/**
 * Suggests a learning rate for a network and its rows (Smith: Cyclical Learning Rates, 2017, section 3.3; A Disciplined
 * Approach to Neural Network Hyper-Parameters, 2018): a network that is thrown away afterwards takes steps of ever higher
 * rates until its loss climbs. Where the smoothed loss is lowest, a tenth of the rate is a good one (the rule of fastai).
 */
final class RangeTest {
    private static final int STEPS = 120;
    private static final double SMOOTHING = 0.9;

    /** The loss has climbed when it is this many times the lowest. */
    private static final double CLIMBED = 4;

    /** The highest rate is so many times the lowest. */
    private static final double RANGE = 1e5;

    private static final double SAFETY = 10;

    private final TrainingSet set;
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final Seed seed;

    RangeTest(TrainingSet set, Architecture architecture, TrainingSettings settings, Seed seed) {
        this.set = set;
        this.architecture = architecture;
        this.settings = settings;
        this.seed = seed;
    }

    /** The suggestion; the same for the same seed. */
    double suggestion(NDManager manager) {
        try (Learner learner = new Learner(set, architecture, settings, seed, manager)) {
            double highest = settings.optimiser().highestRate();
            double smoothed = 0;
            double lowest = Double.POSITIVE_INFINITY;
            double best = highest;
            int step = 0;
            while (step < STEPS) {
                learner.renew();
                for (int batch = 0; batch < learner.batches() && step < STEPS; batch++) {
                    double rate = highest * Math.pow(RANGE, (double) step / (STEPS - 1) - 1);
                    double loss = learner.step(batch, rate);
                    step++;
                    smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * loss;
                    double unbiased = smoothed / (1 - Math.pow(SMOOTHING, step));
                    if (!(unbiased <= CLIMBED * lowest)) {
                        return best / SAFETY;
                    }
                    if (unbiased < lowest) {
                        lowest = unbiased;
                        best = rate;
                    }
                }
            }
            return best / SAFETY;
        }
    }
}
