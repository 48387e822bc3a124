package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import java.util.List;

/** Words as the share of the training rows that have them; words never seen have that of the rare ones together. */
final class WordFrequency {
    private WordFrequency() {}

    /**
     * @param scaled whether the feature should have zero mean and unit variance
     */
    static LookedUpWords fit(CategoryColumn words, WordLevels levels, boolean scaled) {
        float[] shares = new float[levels.places()];
        int[] places = levels.places(words);
        for (int place : places) {
            shares[place]++;
        }
        for (int place = 0; place < shares.length; place++) {
            shares[place] /= Math.max(1, places.length);
        }
        if (scaled) {
            float[] ofRows = new float[places.length];
            for (int row = 0; row < ofRows.length; row++) {
                ofRows[row] = shares[places[row]];
            }
            StandardScale.of(ofRows).apply(shares);
        }
        return new LookedUpWords(levels, List.of(levels.column() + ": share of rows"), shares);
    }
}
