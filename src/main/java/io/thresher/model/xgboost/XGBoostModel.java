package io.thresher.model.xgboost;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A booster and how many of its rounds count. */
final class XGBoostModel implements FittedModel {
    private final Booster booster;
    private final int rounds;
    private final BoosterKind kind;
    private final Objective objective;
    private final int outputs;

    /** Takes over the booster. */
    XGBoostModel(Booster booster, int rounds, BoosterKind kind, Objective objective, int outputs) {
        this.booster = booster;
        this.rounds = rounds;
        this.kind = kind;
        this.objective = objective;
        this.outputs = outputs;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        if (features.rows() == 0) {
            return new Predictions(0, outputs, new float[0]);
        }
        try {
            float[][] margins = kind.growsTrees() ? ofTrees(features) : ofWeights(features);
            return new Predictions(features.rows(), outputs, objective.predictions(Margins.flat(margins)));
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not predict", e);
        }
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        try {
            BoosterJson json = BoosterJson.parse(booster.toByteArray("json"));
            Tensor margins = kind.growsTrees()
                    ? json.ensemble(rounds, objective).draw(graph, features)
                    : json.weights(objective).draw(graph, features);
            return objective.draw(graph, margins);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not write its model", e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private float[][] ofTrees(FeatureMatrix features) throws XGBoostError {
        return booster.inplace_predict(
                features.values(),
                features.rows(),
                features.columns(),
                Float.NaN,
                new int[] {0, rounds},
                Booster.PredictionType.kMargin,
                null);
    }

    private float[][] ofWeights(FeatureMatrix features) throws XGBoostError {
        DMatrix matrix = FoldMatrices.matrix(features);
        try {
            return booster.predict(matrix, true);
        } finally {
            matrix.dispose();
        }
    }
}
