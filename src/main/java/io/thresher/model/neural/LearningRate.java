package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;

/** Where the peak of a schedule comes from. */
sealed interface LearningRate {

    /** The peak for that network and those rows. */
    double peak(TrainingSet set, Architecture architecture, TrainingSettings settings, Seed seed, NDManager manager);

    /** What a message calls it. */
    String words(double peak);

    /** As the configuration says. */
    record Fixed(double rate) implements LearningRate {
        @Override
        public double peak(
                TrainingSet set, Architecture architecture, TrainingSettings settings, Seed seed, NDManager manager) {
            return rate;
        }

        @Override
        public String words(double peak) {
            return "learningRate " + peak;
        }
    }

    /**
     * As a {@link RangeTest} suggests.
     *
     * @param factor of the suggestion
     */
    record Suggested(double factor) implements LearningRate {
        @Override
        public double peak(
                TrainingSet set, Architecture architecture, TrainingSettings settings, Seed seed, NDManager manager) {
            return factor * new RangeTest(set, architecture, settings, seed).suggestion(manager);
        }

        @Override
        public String words(double peak) {
            return "rateFactor %s, which means a learning rate of %.3g,".formatted(factor, peak);
        }
    }
}
