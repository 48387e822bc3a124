package io.thresher.model.tribuo;

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
import io.thresher.space.Trait;
import java.util.Map;

/**
 * Logistic and linear regression. Parameters:
 *
 * <ul>
 *   <li>{@code cost}: real above 0, default 1; weight of the errors against the penalty on weights.
 *   <li>{@code penalty}: l2 (default), on the squares of weights, or l1, on their absolute values, which leaves features out.
 *   <li>{@code mix}: real from 0 to 1, default 1; how much of an l1 penalty is on absolute values where numbers are
 *       predicted, the rest being on squares (elastic net).
 * </ul>
 */
public final class LinearFamily implements ModelFamily {
    private static final Map<String, Domain> PARAMETERS = Map.of(
            "cost", Domain.real(1e-6, 1e6),
            "penalty", Domain.words("l2", "l1"),
            "mix", Domain.real(0, 1).onlyWith(Trait.AMOUNTS));

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public Map<String, Domain> parameters() {
        return PARAMETERS;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(false, true, false, true);
    }

    /** A sum over columns has no interactions; which way it goes with a column is not up to us. */
    @Override
    public boolean honours(Constraints constraints) {
        return constraints.monotone().isEmpty();
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        rows.requireFeatures();
        TribuoLog.onlyWarnings();
        boolean classes = rows.target().task().isClassification();
        boolean absolute = configuration.choice("penalty", "l2").equals("l1");
        double mix = !absolute ? 0 : classes ? 1 : configuration.real("mix", 1);
        LinearSolver solver = new LinearSolver(configuration.real("cost", 1), mix);
        FittedModel model = classes
                ? solver.classifier(rows.features(), rows.target(), seed)
                : solver.regressor(rows.features(), rows.target(), seed, () -> progress.secondsLeft() > 0);
        Metric metric = classes ? Metric.LOG_LOSS : Metric.RMSE;
        progress.report(1, metric.score(rows.validationTarget().values(), model.predict(rows.validationFeatures())));
        return model;
    }
}
