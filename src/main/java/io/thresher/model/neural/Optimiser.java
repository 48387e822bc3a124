package io.thresher.model.neural;

/** Turns gradients into steps. Plain Java, so that the same numbers come out whatever else the process does. */
interface Optimiser {

    /** Moves {@code weights} against {@code gradients}. */
    void step(Weights weights, Weights gradients, double learningRate);

    /** The optimisers by their words in search spaces. */
    enum Kind {
        ADAMW("adamW", 3e-3, 1),
        SGD("sgd", 0.1, 10);

        private final String word;
        private final double usualRate;
        private final double highestRate;

        Kind(String word, double usualRate, double highestRate) {
            this.word = word;
            this.usualRate = usualRate;
            this.highestRate = highestRate;
        }

        String word() {
            return word;
        }

        /** The learning rate where a configuration names none. */
        double usualRate() {
            return usualRate;
        }

        /** A learning rate at which no network learns any more. */
        double highestRate() {
            return highestRate;
        }

        /** A fresh one for {@code weights}. */
        Optimiser of(double weightDecay, Weights weights) {
            return switch (this) {
                case ADAMW -> new AdamW(weightDecay, weights);
                case SGD -> new Momentum(weightDecay, weights);
            };
        }
    }
}
