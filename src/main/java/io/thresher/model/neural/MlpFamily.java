package io.thresher.model.neural;

import ai.djl.ndarray.NDManager;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Set;

/** Multilayer perceptrons. */
public final class MlpFamily implements ModelFamily {

    @Override
    public String name() {
        return "neural";
    }

    @Override
    public Set<String> parameters() {
        return MlpSettings.PARAMETERS;
    }

    @Override
    public boolean supports(Task task) {
        return true;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(false, true);
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        MlpSettings settings = MlpSettings.of(configuration);
        Architecture architecture = architecture(rows, settings);
        try (NDManager manager = Torch.manager()) {
            return new MlpModel(
                    architecture, new TrainingLoop(rows, architecture, settings, seed).run(manager, progress));
        }
    }

    private static Architecture architecture(TrainingSet rows, MlpSettings settings) {
        if (rows.features().rows() == 0 || rows.features().columns() == 0) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    "a network needs at least one row and one feature, got %d × %d"
                            .formatted(rows.features().rows(), rows.features().columns()));
        }
        InputEncoding encoding = encoding(rows.features(), settings);
        Head head = head(rows.target());
        return new Architecture(encoding, Network.of(settings, encoding.width(), head.start()), head);
    }

    private static InputEncoding encoding(FeatureMatrix training, MlpSettings settings) {
        return settings.bins() == 0
                ? InputEncoding.plain(training)
                : InputEncoding.piecewiseLinear(training, settings.bins());
    }

    private static Head head(Target target) {
        return target.task().isClassification() ? ClassHead.of(target) : new NumberHead(TargetScale.of(target));
    }
}
