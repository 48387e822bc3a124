package io.thresher.model.similarity;

import io.thresher.metric.Metric;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.Map;

/**
 * Weighted nearest neighbours (Hechenbichler and Schliep: Weighted k-nearest-neighbor techniques and ordinal
 * classification, 2004) with the weights of Epanechnikov: a row counts 1 − d²/D², where D is the distance of the first
 * row that does not count. Nothing is learned but the weights of features. Parameters:
 *
 * <ul>
 *   <li>{@code neighbours}: whole number of at least 1, default 15; rows that count.
 *   <li>{@code relevance}: real of at least 0, default 1; power of each feature's correlation with the target by which
 *       it is multiplied. 0 weighs all alike.
 *   <li>{@code prior}: real from 0 to 1, default 0.03; share of the training rows' mean in every prediction.
 * </ul>
 *
 * <p>For at most 5,000 training rows and 1,000,000 values: they are part of the model, and every prediction looks at all
 * of them.
 */
public final class NeighboursFamily implements ModelFamily {
    private static final int MOST_ROWS = 5_000;
    private static final Map<String, Domain> PARAMETERS = Map.of(
            "neighbours", Domain.whole(1, MOST_ROWS),
            "relevance", Domain.real(0, 10),
            "prior", Domain.real(0, 1));
    private static final long MOST_VALUES = 1_000_000;

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public Map<String, Domain> parameters() {
        return PARAMETERS;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(false, true);
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        SmallTable.require(rows, MOST_ROWS, MOST_VALUES);
        float[] weights = Relevance.weights(rows.features(), rows.target(), configuration.real("relevance", 1));
        FittedModel model = NeighboursModel.of(
                ReferenceRows.of(rows.features(), weights),
                rows.target(),
                configuration.integer("neighbours", 15),
                configuration.real("prior", 0.03));
        Metric metric = rows.target().task().isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
        progress.report(1, metric.score(rows.validationTarget().values(), model.predict(rows.validationFeatures())));
        return model;
    }
}
