package io.thresher.model.xgboost;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A booster and how many of its rounds count. */
final class XGBoostModel implements FittedModel {
    private final Booster booster;
    private final int rounds;
    private final Objective objective;
    private final int outputs;
    private final TargetScale scale;

    /** Takes over the booster; {@code scale} is of unit deviation and zero mean where classes are predicted. */
    XGBoostModel(Booster booster, int rounds, Objective objective, int outputs, TargetScale scale) {
        this.booster = booster;
        this.rounds = rounds;
        this.objective = objective;
        this.outputs = outputs;
        this.scale = scale;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        float[] given = nativePredictions(features);
        if (objective == Objective.REGRESSION) {
            for (int row = 0; row < given.length; row++) {
                given[row] = scale.restored(given[row]);
            }
        }
        return new Predictions(features.rows(), outputs, objective.predictions(given));
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        try {
            Tensor margins = BoosterJson.parse(booster.toByteArray("json"))
                    .ensemble(rounds, objective)
                    .draw(graph, features);
            Tensor drawn = objective.draw(graph, margins);
            return objective == Objective.REGRESSION ? scale.drawRestored(graph, drawn) : drawn;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not write its model", e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }

    /** What XGBoost gives for the rounds that count, rows × its own width, row-major. */
    private float[] nativePredictions(FeatureMatrix features) {
        int rows = features.rows();
        if (rows == 0) {
            return new float[0];
        }
        try {
            float[][] byRow = booster.inplace_predict(
                    features.values(),
                    rows,
                    features.columns(),
                    Float.NaN,
                    new int[] {0, rounds},
                    Booster.PredictionType.kValue,
                    null);
            int width = byRow[0].length;
            float[] flat = new float[rows * width];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(byRow[row], 0, flat, row * width, width);
            }
            return flat;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not predict", e);
        }
    }
}
