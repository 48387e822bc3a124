package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Map;
import java.util.Set;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees (Chen and Guestrin: XGBoost, a scalable tree boosting system, KDD 2016) on feature histograms.
 * One round adds a tree for each output; the validation loss decides how many rounds are kept.
 */
public final class XGBoostFamily implements ModelFamily {
    private static final String VALIDATION = "validation";

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public Set<String> parameters() {
        return BoostingParameters.NAMES;
    }

    @Override
    public boolean supports(Task task) {
        return true;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(true, false);
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        rows.requireFeatures();
        Target target = rows.target();
        TargetScale scale = target.task() == Task.REGRESSION ? TargetScale.of(target) : new TargetScale(0, 1);
        BoostingParameters parameters = BoostingParameters.of(configuration, target, seed);
        try (NativeMatrix training = new NativeMatrix(rows.features(), labels(target, scale));
                NativeMatrix validation =
                        new NativeMatrix(rows.validationFeatures(), labels(rows.validationTarget(), scale))) {
            Map<String, DMatrix> watched = Map.of(VALIDATION, validation.matrix());
            // No rounds: only a booster that knows both matrices and so keeps its sums for them between rounds.
            Booster booster =
                    XGBoost.train(training.matrix(), parameters.ofBooster(), 0, watched, null, null, null, 0, null);
            try {
                int kept = boost(booster, training, validation, parameters, scale, progress);
                return new XGBoostModel(booster, kept, Objective.of(target.task()), rows.outputs(), scale);
            } catch (XGBoostError | RuntimeException e) {
                booster.dispose();
                throw e;
            }
        } catch (XGBoostError e) {
            throw new TrainingFailure(TrainingFailure.Cause.INFEASIBLE, "XGBoost: " + e.getMessage());
        }
    }

    /** Trains round by round and gives the number of rounds to keep. */
    private static int boost(
            Booster booster,
            NativeMatrix training,
            NativeMatrix validation,
            BoostingParameters parameters,
            TargetScale scale,
            TrainingProgress progress)
            throws XGBoostError {
        EarlyStopping stopping = new EarlyStopping(parameters.patience());
        DMatrix[] judged = {validation.matrix()};
        String[] names = {VALIDATION};
        float[] losses = new float[1];
        for (int round = 1; round <= parameters.rounds(); round++) {
            booster.update(training.matrix(), round - 1);
            booster.evalSet(judged, names, round - 1, losses);
            double loss = losses[0] * scale.deviation();
            if (!Double.isFinite(loss)) {
                throw new TrainingFailure(
                        TrainingFailure.Cause.DIVERGED, "the loss is %s after round %d".formatted(loss, round));
            }
            boolean goesOn = stopping.goesOn(round, loss);
            if (!progress.report(round, loss) || !goesOn) {
                break;
            }
        }
        return stopping.bestRound();
    }

    private static float[] labels(Target target, TargetScale scale) {
        float[] labels = new float[target.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = scale.standardised(target.value(row));
        }
        return labels;
    }
}
