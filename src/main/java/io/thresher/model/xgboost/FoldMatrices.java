package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.model.Attachment;
import io.thresher.model.Feature;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.TrainingSet;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Training and validation rows in XGBoost's memory. The first model on them cuts the features into bins, which later
 * ones find there; so whatever the cuts depend on is part of {@link Key}, and labels, on which they do not depend, are
 * shown anew to each model.
 */
final class FoldMatrices implements Attachment {
    /** A column index and a value of four bytes each, and up to four for the bin. */
    private static final long BYTES_A_VALUE = 12;

    private final DMatrix training;
    private final DMatrix validation;
    private final long bytes;

    /**
     * What the cuts into bins depend on beside the rows.
     *
     * @param maxBin most bins a feature
     * @param weighted whether rows of some classes count more
     */
    record Key(int maxBin, boolean weighted) {}

    private FoldMatrices(DMatrix training, DMatrix validation, long bytes) {
        this.training = training;
        this.validation = validation;
        this.bytes = bytes;
    }

    static FoldMatrices of(TrainingSet rows) throws XGBoostError {
        DMatrix training = matrix(rows.features());
        try {
            long values = (long) rows.features().values().length
                    + rows.validationFeatures().values().length;
            return new FoldMatrices(training, matrix(rows.validationFeatures()), BYTES_A_VALUE * values);
        } catch (XGBoostError e) {
            training.dispose();
            throw e;
        }
    }

    /** Features alone. */
    static DMatrix matrix(FeatureMatrix features) throws XGBoostError {
        DMatrix matrix = new DMatrix(features.values(), features.rows(), features.columns(), Float.NaN);
        try {
            if (features.features().stream().anyMatch(feature -> feature.kind() == Feature.Kind.LEVEL)) {
                matrix.setFeatureTypes(features.features().stream()
                        .map(feature -> feature.kind() == Feature.Kind.LEVEL ? "c" : "q")
                        .toArray(String[]::new));
            }
            return matrix;
        } catch (XGBoostError e) {
            matrix.dispose();
            throw e;
        }
    }

    /** Shows the rows' targets to the next model. */
    void show(Objective objective, Target target, Target validationTarget) throws XGBoostError {
        training.setLabel(objective.labels(target));
        validation.setLabel(objective.labels(validationTarget));
        Optional<float[]> weights = objective.weights(target);
        if (weights.isPresent()) {
            training.setWeight(weights.get());
        }
    }

    DMatrix training() {
        return training;
    }

    DMatrix validation() {
        return validation;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        training.dispose();
        validation.dispose();
    }
}
