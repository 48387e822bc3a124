package io.thresher.model.neural;

/**
 * Stochastic gradient descent with momentum 0.9 (Polyak, 1964) and decoupled weight decay (Loshchilov, Hutter:
 * Decoupled Weight Decay Regularization, 2019, algorithm 1).
 */
final class Momentum implements Optimiser {
    private static final float MOMENTUM = 0.9f;

    private final double weightDecay;
    private final Weights velocities;

    /**
     * @param weightDecay λ: matrices shrink by learning rate · λ a step
     * @param weights what will be trained
     */
    Momentum(double weightDecay, Weights weights) {
        this.weightDecay = weightDecay;
        this.velocities = weights.zeros();
    }

    @Override
    public void step(Weights weights, Weights gradients, double learningRate) {
        float rate = (float) learningRate;
        for (int i = 0; i < weights.definitions().size(); i++) {
            boolean decays = weights.definitions().get(i).decays();
            float kept = decays ? (float) (1 - learningRate * weightDecay) : 1f;
            move(
                    weights.values().get(i),
                    gradients.values().get(i),
                    velocities.values().get(i),
                    rate,
                    kept);
        }
    }

    private static void move(float[] w, float[] g, float[] v, float rate, float kept) {
        for (int i = 0; i < w.length; i++) {
            v[i] = MOMENTUM * v[i] + g[i];
            w[i] = kept * w[i] - rate * v[i];
        }
    }
}
