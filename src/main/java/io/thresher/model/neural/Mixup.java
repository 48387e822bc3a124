package io.thresher.model.neural;

import java.util.SplittableRandom;

/**
 * Blends the rows of a batch in pairs, inputs and aims alike, with a share drawn from Beta(α, α) for each batch (Zhang,
 * Cissé, Dauphin, Lopez-Paz: mixup, 2018). Rows come shuffled, so row i is paired with row i from the end.
 */
final class Mixup {
    private final double alpha;
    private final SplittableRandom random;

    /**
     * @param alpha α from 0, where nothing is blended, to 1, where all shares are equally likely
     */
    Mixup(double alpha, SplittableRandom random) {
        this.alpha = alpha;
        this.random = random;
    }

    /**
     * Blends {@code inputs} in place.
     *
     * @param inputs rows × width
     * @param numbers of {@code width} that are numbers; those behind name things, and go with the larger share
     * @param aims one a row
     */
    Aims blend(float[] inputs, int width, int numbers, float[] aims) {
        if (alpha == 0) {
            return Aims.of(aims);
        }
        float share = (float) share();
        for (int row = 0; row < aims.length / 2; row++) {
            int at = row * width;
            int other = (aims.length - 1 - row) * width;
            for (int i = 0; i < width; i++) {
                float one = inputs[at + i];
                float two = inputs[other + i];
                float part = i < numbers ? share : Math.round(share);
                inputs[at + i] = part * one + (1 - part) * two;
                inputs[other + i] = part * two + (1 - part) * one;
            }
        }
        return Aims.mirrored(aims, share);
    }

    /** Jöhnk's way to a beta-distributed number. */
    private double share() {
        while (true) {
            double x = StrictMath.pow(random.nextDouble(), 1 / alpha);
            double y = StrictMath.pow(random.nextDouble(), 1 / alpha);
            if (x + y > 0 && x + y <= 1) {
                return x / (x + y);
            }
        }
    }
}
