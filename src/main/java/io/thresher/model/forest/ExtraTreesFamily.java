package io.thresher.model.forest;

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
 * Extra trees (Geurts, Ernst, Wehenkel: Extremely randomized trees, Machine Learning 63, 2006): the average of deep
 * trees, each grown on every row, each split the best of a random few features at one random threshold each.
 */
public final class ExtraTreesFamily implements ModelFamily {

    @Override
    public String name() {
        return "extraTrees";
    }

    @Override
    public Map<String, Domain> parameters() {
        return ForestSettings.DOMAINS;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(true, false);
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        rows.requireFeatures();
        return Forest.train(rows, ForestSettings.ofExtraTrees(configuration, rows), seed, progress);
    }
}
