package io.thresher.model.forest;

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
 * <p>The class shares of all training rows count as one more tree, and at least as a hundredth of all: where all trees
 * are sure, a class they exclude still keeps a little probability, and the fewer trees there are the more. Smoothing
 * each leaf (Laplace) would do the same and fill every leaf with every class.
 */
final class GrowingForest {
    /** From 0.01 % to 1 % the log loss fell on tables with rare classes and hardly rose anywhere; at 3 % it rose again. */
    private static final double LEAST_OVERALL = 0.01;

    private final ForestOutputs outputs;
    private final float[] overall;
    private final FeatureMatrix validationFeatures;
    private final double[] truth;
    private final double[] validationSums;
    private final List<Tree> trees = new ArrayList<>();
    private int nodes;

    GrowingForest(ForestOutputs outputs, float[] overall, TrainingSet rows) {
        this.outputs = outputs;
        this.overall = overall;
        this.validationFeatures = rows.validationFeatures();
        this.truth = rows.validationTarget().values();
        this.validationSums = new double[truth.length * overall.length];
    }

    void add(Tree tree) {
        trees.add(tree);
        nodes += tree.nodes();
        float[] leaves = ensemble(List.of(tree), new float[overall.length]).evaluate(validationFeatures);
        for (int i = 0; i < leaves.length; i++) {
            validationSums[i] += leaves[i];
        }
    }

    /** Nodes of all trees so far. */
    int nodes() {
        return nodes;
    }

    /** Loss on the validation rows of all trees so far. */
    double validationLoss() {
        float[] averages = new float[validationSums.length];
        for (int i = 0; i < averages.length; i++) {
            averages[i] = (float) (validationSums[i] * voice()) + constant(i % overall.length);
        }
        Metric metric = outputs.task().isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
        return metric.score(truth, outputs.predictions(truth.length, averages));
    }

    ForestModel model() {
        float voice = (float) voice();
        List<Tree> scaled = trees.stream().map(tree -> tree.scaled(voice)).toList();
        float[] constants = new float[overall.length];
        for (int output = 0; output < constants.length; output++) {
            constants[output] = constant(output);
        }
        return new ForestModel(ensemble(scaled, constants), outputs);
    }

    /** What a tree's value counts. */
    private double voice() {
        return (1 - overallVoice()) / trees.size();
    }

    private float constant(int output) {
        return (float) (overall[output] * overallVoice());
    }

    private double overallVoice() {
        return outputs.task() == Task.REGRESSION ? 0 : Math.max(LEAST_OVERALL, 1.0 / (trees.size() + 1));
    }

    private static TreeEnsemble ensemble(List<Tree> trees, float[] constants) {
        return new TreeEnsemble(Comparison.LESS_OR_EQUAL, constants, trees);
    }
}
