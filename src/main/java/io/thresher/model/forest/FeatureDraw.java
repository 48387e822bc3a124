package io.thresher.model.forest;

import java.util.SplittableRandom;

/** Draws features without replacement, as many as are asked for. */
final class FeatureDraw {
    private final int[] features;
    private final SplittableRandom random;
    private int drawn;

    FeatureDraw(int count, SplittableRandom random) {
        this.features = new int[count];
        this.random = random;
        for (int feature = 0; feature < count; feature++) {
            features[feature] = feature;
        }
    }

    /** Puts all features back. */
    void restart() {
        drawn = 0;
    }

    /** A feature that was not drawn since the last restart. */
    int next() {
        int at = drawn + random.nextInt(features.length - drawn);
        int feature = features[at];
        features[at] = features[drawn];
        features[drawn++] = feature;
        return feature;
    }
}
