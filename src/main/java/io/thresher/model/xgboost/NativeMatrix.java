package io.thresher.model.xgboost;

import io.thresher.model.FeatureMatrix;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Features and labels in XGBoost's memory, freed on {@link #close()}. */
final class NativeMatrix implements AutoCloseable {
    private final DMatrix matrix;

    NativeMatrix(FeatureMatrix features, float[] labels) throws XGBoostError {
        matrix = new DMatrix(features.values(), features.rows(), features.columns(), Float.NaN);
        try {
            matrix.setLabel(labels);
        } catch (XGBoostError e) {
            matrix.dispose();
            throw e;
        }
    }

    DMatrix matrix() {
        return matrix;
    }

    @Override
    public void close() {
        matrix.dispose();
    }
}
