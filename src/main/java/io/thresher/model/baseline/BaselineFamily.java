package io.thresher.model.baseline;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.model.Constraints;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.Map;

/** Predicts the share of each class, or the mean, of the training rows, whatever the features say. */
public final class BaselineFamily implements ModelFamily {

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public Map<String, Domain> parameters() {
        return Map.of();
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(true, false);
    }

    /** What never changes breaks no rule. */
    @Override
    public boolean honours(Constraints constraints) {
        return true;
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        FittedModel model = new ConstantModel(means(rows.target(), rows.outputs()));
        Metric metric = rows.target().task().isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
        progress.report(1, metric.score(rows.validationTarget().values(), model.predict(rows.validationFeatures())));
        return model;
    }

    private static float[] means(Target target, int outputs) {
        double[] sums = new double[outputs];
        for (int row = 0; row < target.rows(); row++) {
            if (target.task().isClassification()) {
                sums[(int) target.value(row)]++;
            } else {
                sums[0] += target.value(row);
            }
        }
        float[] means = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            means[output] = (float) (sums[output] / target.rows());
        }
        return means;
    }
}
