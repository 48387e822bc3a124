package io.thresher.pipeline;

import io.thresher.data.Table;

/** What turns rows into features. */
@FunctionalInterface
interface FeatureWriter {

    /** Writes the features of every row of {@code rows}, which has the columns of the training table. */
    void write(Table rows, FeatureBlock features);
}
