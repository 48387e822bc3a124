package io.thresher.model.factor;

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
import java.util.Locale;
import java.util.Map;

/**
 * Factorisation machines of degree two (Rendle: Factorization machines, ICDM 2010), one function a class, learned by
 * stochastic gradients with AdaGrad; the epoch that is best on the validation rows is kept. Our own, because Tribuo's cannot
 * be ended early and keeps the last epoch. Parameters:
 *
 * <ul>
 *   <li>{@code factors}: whole number from 1 to 64, default 8; k there, numbers by which each feature takes part in products.
 *   <li>{@code learningRate}: real from 0.001 to 1, default 0.05; size of the first steps.
 *   <li>{@code shrinkage}: real from 0 to 1, default 0.001; weight of the squares of all weights in each row's loss.
 *   <li>{@code epochs}: whole number from 1 to 1,000, default 40; training ends before after 6 without a better one.
 * </ul>
 *
 * <p>For at most 10,000,000 products of features, classes and factors.
 */
public final class FactorFamily implements ModelFamily {
    private static final Map<String, Domain> PARAMETERS = Map.of(
            "factors", Domain.whole(1, 64),
            "learningRate", Domain.real(0.001, 1),
            "shrinkage", Domain.real(0, 1),
            "epochs", Domain.whole(1, 1_000));
    private static final int PATIENCE = 6;
    /** Weights of all products, each of which is kept with its gradients and in the best epoch. */
    private static final long MOST_WEIGHTS = 10_000_000;

    @Override
    public String name() {
        return "factorisation";
    }

    @Override
    public Map<String, Domain> parameters() {
        return PARAMETERS;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(false, true, false, true);
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        rows.requireFeatures();
        Response response = Response.of(rows.target());
        int factors = configuration.integer("factors", 8);
        requireFew((long) rows.features().columns() * response.outputs() * factors);
        FactorTraining training = new FactorTraining(
                rows.features(),
                rows.target(),
                response,
                factors,
                configuration.real("learningRate", 0.05),
                configuration.real("shrinkage", 0.001),
                seed);
        Metric metric = rows.target().task().isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
        FactorModel best = new FactorModel(training.weights(), response);
        double lowest = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        boolean goesOn = true;
        int epochs = configuration.integer("epochs", 40);
        for (int epoch = 1; epoch <= epochs && goesOn && epoch - bestEpoch <= PATIENCE; epoch++) {
            training.epoch();
            FactorModel model = new FactorModel(training.weights(), response);
            double loss = metric.score(rows.validationTarget().values(), model.predict(rows.validationFeatures()));
            if (!Double.isFinite(loss)) {
                throw new TrainingFailure(
                        TrainingFailure.Cause.DIVERGED,
                        "the loss left the finite numbers in epoch %d: a lower learning rate or clipping may help"
                                .formatted(epoch));
            }
            if (loss < lowest) {
                lowest = loss;
                best = model;
                bestEpoch = epoch;
            }
            goesOn = progress.report(epoch, loss);
        }
        return best;
    }

    private static void requireFew(long weights) {
        if (weights > MOST_WEIGHTS) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    String.format(
                            Locale.ROOT,
                            "features × classes × factors are at most %,d, got %,d",
                            MOST_WEIGHTS,
                            weights));
        }
    }
}
