package io.thresher.model.similarity;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.OneAgainstOthers;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.Arrays;

/** Log-odds of each class against all others as functions of kernels. */
final class KernelClassifier implements FittedModel {
    private final KernelFunctions logOdds;

    KernelClassifier(KernelFunctions logOdds) {
        this.logOdds = logOdds;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        int classes = logOdds.outputs();
        double[] values = logOdds.values(features);
        float[] probabilities = new float[values.length];
        for (int from = 0; from < values.length; from += classes) {
            OneAgainstOthers.write(Arrays.copyOfRange(values, from, from + classes), probabilities, from);
        }
        return new Predictions(features.rows(), classes, probabilities);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        return OneAgainstOthers.draw(graph, logOdds.draw(graph, features));
    }
}
