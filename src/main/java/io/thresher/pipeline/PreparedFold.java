package io.thresher.pipeline;

import io.thresher.data.repair.RepairRecipe;
import io.thresher.model.Attachments;
import io.thresher.model.TrainingSet;

/**
 * Rows of one fold, ready for any model that wants them prepared this way.
 *
 * @param repairs what was done to the values of every row first
 * @param preparation fitted on the training rows
 * @param rows what it made of the training rows and of those left out
 */
public record PreparedFold(RepairRecipe repairs, Preparation preparation, TrainingSet rows) implements AutoCloseable {

    /** Bytes of the features, which are most of it beside what models keep with them. */
    public long bytes() {
        return rows.features().bytes() + rows.validationFeatures().bytes();
    }

    /** The same rows for several models, which may keep so many bytes of what they make of them. */
    public PreparedFold keeping(long mostBytes) {
        TrainingSet kept = new TrainingSet(
                rows.features(),
                rows.target(),
                rows.validationFeatures(),
                rows.validationTarget(),
                rows.constraints(),
                new Attachments(mostBytes));
        return new PreparedFold(repairs, preparation, kept);
    }

    /** Lets go of what models kept with the rows. */
    @Override
    public void close() {
        rows.close();
    }
}
