package io.thresher.pipeline;

import io.thresher.data.repair.RepairRecipe;
import io.thresher.model.TrainingSet;

/**
 * Rows of one fold, ready for any model that wants them prepared this way.
 *
 * @param repairs what was done to the values of every row first
 * @param preparation fitted on the training rows
 * @param rows what it made of the training rows and of those left out
 */
public record PreparedFold(RepairRecipe repairs, Preparation preparation, TrainingSet rows) {

    /** Bytes of the features, which are most of it. */
    public long bytes() {
        long values = (long) rows.features().rows() + rows.validationFeatures().rows();
        return values * rows.features().columns() * Float.BYTES;
    }
}
