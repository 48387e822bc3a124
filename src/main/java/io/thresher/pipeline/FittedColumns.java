package io.thresher.pipeline;

/**
 * A preparation and the features of the very rows it was fitted on.
 *
 * @param preparation for all other rows
 * @param training for the training rows alone; differs where a feature was made from the target, lest a row see its own
 */
record FittedColumns(ColumnPreparation preparation, FeatureWriter training) {

    /** A preparation that treats all rows alike. */
    static FittedColumns of(ColumnPreparation preparation) {
        return new FittedColumns(preparation, preparation);
    }
}
