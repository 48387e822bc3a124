package io.thresher.model.tribuo;

import io.thresher.data.Task;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Set;

/**
 * Random forests (Breiman: Random forests, Machine Learning 45, 2001): the average of trees, each grown with Tribuo on
 * rows drawn with replacement, each split the best of a random few features. Class shares of leaves are averaged, not
 * votes.
 */
public final class ForestFamily implements ModelFamily {

    @Override
    public String name() {
        return "forest";
    }

    @Override
    public Set<String> parameters() {
        return ForestParameters.NAMES;
    }

    @Override
    public boolean supports(Task task) {
        return true;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(false, false);
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        rows.requireFeatures();
        TribuoLog.onlyWarnings();
        TargetScale scale = TargetScale.of(rows.target());
        ForestParameters parameters = ForestParameters.of(configuration, rows);
        LearnedOutputs outputs = LearnedOutputs.of(rows.target(), scale);
        TreeGrower grower =
                new TreeGrower(new BinnedFeatures(rows.features(), parameters.bins()), outputs, parameters.shape());
        GrowingForest forest = new GrowingForest(new ForestOutputs(rows.target().task(), scale), outputs.means(), rows);
        for (int tree = 1; tree <= parameters.trees(); tree++) {
            forest.add(grower.onBootstrap(parameters.draws(), seed.fork("tree", tree)));
            if (!progress.report(tree, forest.validationLoss())) {
                break;
            }
        }
        return forest.model();
    }
}
