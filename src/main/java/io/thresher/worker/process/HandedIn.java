package io.thresher.worker.process;

import io.thresher.worker.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that a successful trial hands in.
 *
 * @param model its model
 * @param outOfFold its out-of-fold predictions
 * @param checked what the model's file predicts for the {@link io.thresher.trial.CheckedRows}
 */
record HandedIn(Path model, Path outOfFold, Path checked) {

    /** Under the names of the protocol in this folder. */
    static HandedIn in(Path folder) {
        return new HandedIn(folder.resolve(Wire.MODEL), folder.resolve(Wire.OUT_OF_FOLD), folder.resolve(Wire.CHECKED));
    }

    /** Deletes what there is of them. */
    void delete() throws IOException {
        Files.deleteIfExists(model);
        Files.deleteIfExists(outOfFold);
        Files.deleteIfExists(checked);
    }
}
