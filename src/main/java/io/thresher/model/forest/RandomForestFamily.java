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
 * Random forests (Breiman: Random forests, Machine Learning 45, 2001): the average of deep trees, each grown on rows
 * drawn with replacement, each split the best of a random few features. Class shares of leaves are averaged, not votes.
 */
public final class RandomForestFamily implements ModelFamily {

    @Override
    public String name() {
        return "forest";
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
        return Forest.train(rows, ForestSettings.ofRandomForest(configuration, rows), seed, progress);
    }
}
