package io.thresher.model.forest;

import io.thresher.model.FittedModel;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;

/** The training of a forest, tree by tree. */
final class Forest {
    /** Most trees between two reports. */
    private static final int MOST_UNREPORTED = 10;
    /** Draws in all trees between two reports: a tree on more of them is reported alone. */
    private static final int DRAWS_UNREPORTED = 200_000;

    private Forest() {}

    /**
     * Grows until there are enough trees or nodes.
     *
     * @throws io.thresher.model.TrainingFailure if there is no feature
     */
    static FittedModel train(TrainingSet rows, ForestSettings settings, Seed seed, TrainingProgress progress) {
        TargetScale scale = TargetScale.of(rows.target());
        Outcomes outcomes = Outcomes.of(rows.target(), scale);
        CodedColumns columns = new CodedColumns(rows.features());
        TreeGrower grower = new TreeGrower(columns, outcomes, rows.features().rows(), settings);
        GrowingForest forest =
                new GrowingForest(new ForestOutputs(rows.target().task(), scale), outcomes.overall(), rows);
        int group = Math.max(1, Math.min(MOST_UNREPORTED, DRAWS_UNREPORTED / settings.draws()));
        for (int tree = 1; tree <= settings.trees(); tree++) {
            forest.add(grower.grow(seed.fork("tree", tree)));
            boolean last = tree == settings.trees() || forest.nodes() >= settings.maxNodes();
            if ((last || tree % group == 0) && (!progress.report(tree, forest.validationLoss()) || last)) {
                break;
            }
        }
        return forest.model();
    }
}
