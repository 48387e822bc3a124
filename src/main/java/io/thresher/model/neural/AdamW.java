package io.thresher.model.neural;

/**
 * Adam with decoupled weight decay (Loshchilov, Hutter: Decoupled Weight Decay Regularization, 2019, algorithm 2), with
 * β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸. Plain Java, so that the same numbers come out whatever else the process does.
 */
final class AdamW implements Optimiser {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final double weightDecay;
    private final Weights firstMoments;
    private final Weights secondMoments;
    private double power1 = 1;
    private double power2 = 1;

    /**
     * @param weightDecay λ: matrices shrink by learning rate · λ a step
     * @param weights what will be trained
     */
    AdamW(double weightDecay, Weights weights) {
        this.weightDecay = weightDecay;
        this.firstMoments = weights.zeros();
        this.secondMoments = weights.zeros();
    }

    @Override
    public void step(Weights weights, Weights gradients, double learningRate) {
        power1 *= BETA_1;
        power2 *= BETA_2;
        float rate = (float) (learningRate / (1 - power1));
        float correction = (float) (1 / (1 - power2));
        for (int i = 0; i < weights.definitions().size(); i++) {
            boolean decays = weights.definitions().get(i).decays();
            float kept = decays ? (float) (1 - learningRate * weightDecay) : 1f;
            move(
                    weights.values().get(i),
                    gradients.values().get(i),
                    firstMoments.values().get(i),
                    secondMoments.values().get(i),
                    rate,
                    correction,
                    kept);
        }
    }

    private static void move(float[] w, float[] g, float[] m, float[] v, float rate, float correction, float kept) {
        for (int i = 0; i < w.length; i++) {
            m[i] = BETA_1 * m[i] + (1 - BETA_1) * g[i];
            v[i] = BETA_2 * v[i] + (1 - BETA_2) * g[i] * g[i];
            w[i] = kept * w[i] - rate * m[i] / ((float) Math.sqrt(correction * v[i]) + EPSILON);
        }
    }
}
