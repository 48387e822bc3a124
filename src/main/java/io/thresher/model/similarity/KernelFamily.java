package io.thresher.model.similarity;

import io.thresher.metric.Metric;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.Map;

/**
 * Support vector machines with a Gaussian kernel: one a class against all others, with probabilities by Platt's method
 * from values of rows that were left out inside the training rows; ε-regression for numbers. Parameters: see
 * {@link KernelSettings}. Where time is short, each machine is optimised as far as its share of it goes.
 *
 * <p>For at most 5,000 training rows, whose kernel takes 100 MB, 2,500,000 values, and 20 classes. Our own solver,
 * because LIBSVM computes the kernel anew for every class and left-out part; it is held to LIBSVM's solutions.
 */
public final class KernelFamily implements ModelFamily {
    private static final int MOST_ROWS = 5_000;
    private static final long MOST_VALUES = 2_500_000;
    private static final int MOST_CLASSES = 20;

    @Override
    public String name() {
        return "kernel";
    }

    @Override
    public Map<String, Domain> parameters() {
        return KernelSettings.DOMAINS;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(false, true);
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        SmallTable.require(rows, MOST_ROWS, MOST_VALUES);
        if (rows.outputs() > MOST_CLASSES) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    "trains a machine for each class: at most %d of them, got %d"
                            .formatted(MOST_CLASSES, rows.outputs()));
        }
        MarginTraining training =
                new MarginTraining(rows.features(), rows.target(), KernelSettings.of(configuration), progress);
        boolean classes = rows.target().task().isClassification();
        FittedModel model = classes ? training.classifier(seed) : training.regressor();
        Metric metric = classes ? Metric.LOG_LOSS : Metric.RMSE;
        progress.report(1, metric.score(rows.validationTarget().values(), model.predict(rows.validationFeatures())));
        return model;
    }
}
