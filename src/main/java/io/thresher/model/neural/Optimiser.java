package io.thresher.model.neural;

import java.util.function.BiFunction;

/** Turns gradients into steps. Plain Java, so that the same numbers come out whatever else the process does. */
interface Optimiser {

    /** Moves {@code weights} against {@code gradients}. */
    void step(Weights weights, Weights gradients, double learningRate);

    /** The optimisers by their words in search spaces. */
    enum Kind {
        ADAMW("adamW", 3e-3, AdamW::new),
        SGD("sgd", 0.1, Momentum::new);

        private final String word;
        private final double usualRate;
        private final BiFunction<Double, Weights, Optimiser> maker;

        Kind(String word, double usualRate, BiFunction<Double, Weights, Optimiser> maker) {
            this.word = word;
            this.usualRate = usualRate;
            this.maker = maker;
        }

        String word() {
            return word;
        }

        /** The learning rate where a configuration names none. */
        double usualRate() {
            return usualRate;
        }

        /** A fresh one for {@code weights}. */
        Optimiser of(double weightDecay, Weights weights) {
            return maker.apply(weightDecay, weights);
        }
    }
}
