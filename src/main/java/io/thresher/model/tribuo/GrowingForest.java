package io.thresher.model.tribuo;

import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.TrainingSet;
import io.thresher.model.tree.Comparison;
import io.thresher.model.tree.Tree;
import io.thresher.model.tree.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;

/**
 * The trees of a forest so far and what they predict for the validation rows.
 *
 * <p>Classes get the shares of the training rows as one more tree: where all trees are sure, a class they exclude still
 * keeps a little probability, and the fewer trees there are the more.
 */
final class GrowingForest {
    private final ForestOutputs outputs;
    private final float[] shares;
    private final FeatureMatrix validationFeatures;
    private final double[] truth;
    private final double[] validationSums;
    private final List<Tree> trees = new ArrayList<>();

    GrowingForest(ForestOutputs outputs, float[] shares, TrainingSet rows) {
        this.outputs = outputs;
        this.shares = shares;
        this.validationFeatures = rows.validationFeatures();
        this.truth = rows.validationTarget().values();
        this.validationSums = new double[truth.length * shares.length];
    }

    void add(Tree tree) {
        trees.add(tree);
        float[] leaves = ensemble(List.of(tree), new float[shares.length]).evaluate(validationFeatures);
        for (int i = 0; i < leaves.length; i++) {
            validationSums[i] += leaves[i];
        }
    }

    /** Loss on the validation rows of all trees so far. */
    double validationLoss() {
        float[] averages = new float[validationSums.length];
        for (int i = 0; i < averages.length; i++) {
            averages[i] = (float) validationSums[i] / voices() + constant(i % shares.length);
        }
        Metric metric = outputs.task().isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
        return metric.score(truth, outputs.predictions(truth.length, averages));
    }

    ForestModel model() {
        List<Tree> scaled =
                trees.stream().map(tree -> tree.scaled(1f / voices())).toList();
        float[] constants = new float[shares.length];
        for (int output = 0; output < constants.length; output++) {
            constants[output] = constant(output);
        }
        return new ForestModel(ensemble(scaled, constants), outputs);
    }

    private int voices() {
        return trees.size() + (outputs.task() == Task.REGRESSION ? 0 : 1);
    }

    private float constant(int output) {
        return outputs.task() == Task.REGRESSION ? 0 : shares[output] / voices();
    }

    private static TreeEnsemble ensemble(List<Tree> trees, float[] constants) {
        return new TreeEnsemble(Comparison.LESS_OR_EQUAL, constants, trees);
    }
}
