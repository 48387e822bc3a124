package io.thresher.model.neural;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import io.thresher.data.Target;
import io.thresher.model.Device;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Multilayer perceptrons: plain, residual, or several that share their matrices. */
public final class MlpFamily implements ModelFamily {
    private final Supplier<Device> device;

    /** Trains on the CPU. */
    public MlpFamily() {
        this(() -> Device.CPU);
    }

    public MlpFamily(Supplier<Device> device) {
        this.device = device;
    }

    @Override
    public String name() {
        return "neural";
    }

    @Override
    public Map<String, Domain> parameters() {
        return MlpSettings.DOMAINS;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(false, true, true);
    }

    @Override
    public Device device(Configuration configuration) {
        return device.get();
    }

    @Override
    public void load() {
        Torch.manager().close();
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        MlpSettings settings = MlpSettings.of(configuration, rows.features().rows());
        Architecture architecture = architecture(rows, settings);
        try (NDManager manager = Torch.manager(device.get())) {
            return new MlpModel(
                    architecture,
                    new TrainingLoop(rows, architecture, settings.training(), seed).run(manager, progress));
        } catch (EngineException e) {
            throw TrainingFailure.lackOfMemory(device.get(), e.getMessage())
                    .<RuntimeException>map(Function.identity())
                    .orElse(e);
        } finally {
            Torch.giveBack(device.get());
        }
    }

    private static Architecture architecture(TrainingSet rows, MlpSettings settings) {
        if (rows.features().rows() == 0 || rows.features().columns() == 0) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    "a network needs at least one row and one feature, got %d × %d"
                            .formatted(rows.features().rows(), rows.features().columns()));
        }
        InputEncoding encoding = settings.embedding().fit(rows.features());
        Head head = head(rows.target(), settings.training().regularisation());
        return new Architecture(encoding, Network.of(settings.shape(), encoding, head.start()), head);
    }

    private static Head head(Target target, Regularisation regularisation) {
        return target.task().isClassification()
                ? ClassHead.of(target, regularisation.labelSmoothing())
                : new NumberHead(TargetScale.of(target));
    }
}
