package io.thresher.model.xgboost;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import java.util.OptionalDouble;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The loss on the validation rows, the same for every objective of a task: log loss, or the root of the mean squared error
 * in the unit of the target. XGBoost's own metric where it is that, otherwise from its margins, which it keeps from one
 * round to the next.
 */
final class ValidationLoss {
    private static final String[] NAMES = {"validation"};

    private final DMatrix[] rows;
    private final Target target;
    private final Objective objective;
    private final int outputs;
    private final float[] metric = new float[1];

    ValidationLoss(DMatrix rows, Target target, Objective objective, int outputs) {
        this.rows = new DMatrix[] {rows};
        this.target = target;
        this.objective = objective;
        this.outputs = outputs;
    }

    /** The loss of all rounds so far, NaN if it has left the finite numbers; {@code round} from 1. */
    double of(Booster booster, int round) throws XGBoostError {
        if (objective.loss(0).isEmpty()) {
            float[] predictions = objective.predictions(Margins.flat(booster.predict(rows[0], true)));
            Metric loss = target.task().isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
            return loss.score(target.values(), new Predictions(target.rows(), outputs, predictions));
        }
        try {
            booster.evalSet(rows, NAMES, round - 1, metric);
        } catch (NumberFormatException e) {
            // XGBoost writes "inf" and "nan", which its own Java side cannot read.
            return Double.NaN;
        }
        OptionalDouble loss = objective.loss(metric[0]);
        return loss.orElse(Double.NaN);
    }
}
