package io.thresher.model.xgboost;

import io.thresher.model.Constraints;
import io.thresher.model.Device;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees (Chen and Guestrin: XGBoost, a scalable tree boosting system, KDD 2016) on feature histograms, and
 * what else XGBoost can boost: trees with dropout, one round of a whole forest, weights of a linear model
 * ({@link BoosterKind}). The validation loss decides how many rounds are kept.
 */
public final class XGBoostFamily implements ModelFamily {
    private final Supplier<Device> device;

    /** Trains on the CPU. */
    public XGBoostFamily() {
        this(() -> Device.CPU);
    }

    /**
     * @param device for trees; weights are always learned on the CPU
     */
    public XGBoostFamily(Supplier<Device> device) {
        this.device = device;
    }

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public Map<String, Domain> parameters() {
        return BoostingParameters.DOMAINS;
    }

    @Override
    public FeatureDemand demand() {
        return new FeatureDemand(true, false, true);
    }

    /** Weights, unlike trees, want numbers that are known and alike in size. */
    @Override
    public FeatureDemand demand(Configuration configuration) {
        return BoosterKind.of(configuration).growsTrees() ? demand() : new FeatureDemand(false, true);
    }

    /** Of trees without dropout: a loss falls with the sum of the rates of all rounds, whatever the rate of each. */
    @Override
    public OptionalInt plannedSteps(Configuration configuration) {
        return BoostingParameters.plannedRounds(configuration);
    }

    /** Trees keep to all of them; a configuration with weights in place of trees is infeasible under constraints. */
    @Override
    public boolean honours(Constraints constraints) {
        return true;
    }

    @Override
    public Device device(Configuration configuration) {
        return BoosterKind.of(configuration).growsTrees() ? device.get() : Device.CPU;
    }

    @Override
    public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
        rows.requireFeatures();
        BoosterKind booster = BoosterKind.of(configuration);
        if (!booster.growsTrees() && !rows.constraints().areNone()) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    "parameter 'booster': gblinear keeps to no constraints; boosters of trees do");
        }
        BoostingParameters parameters =
                BoostingParameters.of(configuration, booster, rows.target().rows(), seed, device(configuration));
        Objective objective = Objectives.of(configuration, booster, rows.target(), rows.constraints());
        FoldMatrices.Key key = new FoldMatrices.Key(
                parameters.maxBin(), objective.weights(rows.target()).isPresent());
        try {
            return rows.attachments()
                    .use(
                            FoldMatrices.class,
                            key,
                            () -> FoldMatrices.of(rows),
                            matrices -> train(rows, matrices, parameters, objective, progress));
        } catch (XGBoostError e) {
            throw TrainingFailure.lackOfMemory(device(configuration), e.getMessage())
                    .orElseGet(() -> new TrainingFailure(TrainingFailure.Cause.INFEASIBLE, "XGBoost: " + firstLine(e)));
        }
    }

    private static FittedModel train(
            TrainingSet rows,
            FoldMatrices matrices,
            BoostingParameters parameters,
            Objective objective,
            TrainingProgress progress)
            throws XGBoostError {
        matrices.show(objective, rows.target(), rows.validationTarget());
        Map<String, Object> ofBooster = new HashMap<>(parameters.ofBooster());
        ofBooster.putAll(objective.parameters());
        ofBooster.putAll(
                NativeConstraints.of(rows.constraints(), rows.features().features()));
        ValidationLoss loss =
                new ValidationLoss(matrices.validation(), rows.validationTarget(), objective, rows.outputs());
        Boosting.Boosted boosted = new Boosting(parameters, loss, progress).train(matrices, ofBooster);
        if (parameters.isOnGpu()) {
            // Trees are trees: whoever predicts with them does as the exported file does, and needs no GPU.
            boosted.booster().setParam(BoostingParameters.DEVICE, Device.CPU.word());
        }
        return new XGBoostModel(boosted.booster(), boosted.rounds(), parameters.booster(), objective, rows.outputs());
    }

    /** XGBoost adds a stack of its own. */
    static String firstLine(XGBoostError error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
