package io.thresher.pipeline;

import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.model.Attachments;
import io.thresher.model.Constraints;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.OptionalInt;

/**
 * Repair, preparation and a model, not yet fitted.
 *
 * @param repairs what is done to the values of every row first
 * @param family what is trained
 * @param configuration the values it is trained and prepared with
 * @param constraints what the model must keep to
 */
public record Pipeline(RepairRecipe repairs, ModelFamily family, Configuration configuration, Constraints constraints) {
    /** A pipeline without constraints. */
    public Pipeline(RepairRecipe repairs, ModelFamily family, Configuration configuration) {
        this(repairs, family, configuration, Constraints.NONE);
    }

    /** Rows of features and what they should give, in tables of the same columns. */
    public record Rows(Table table, Target target) {}

    /** How this pipeline prepares its columns. */
    public PreparationRecipe recipe() {
        return PreparationRecipe.of(configuration, family.demand(configuration));
    }

    /** Rows to train on at the most, by the parameter {@code trainingRows}; without it all there are. */
    public int mostTrainingRows() {
        return configuration.integer("trainingRows", Integer.MAX_VALUE);
    }

    /** As {@link ModelFamily#plannedSteps}; losses of logarithms are not to be compared with those of others. */
    public OptionalInt plannedSteps() {
        return learnsLogarithms() ? OptionalInt.empty() : family.plannedSteps(configuration);
    }

    private boolean learnsLogarithms() {
        return switch (configuration.choice("targetTransform", "none")) {
            case "none" -> false;
            case "log" -> true;
            default ->
                throw new TrainingFailure(
                        TrainingFailure.Cause.INFEASIBLE,
                        "parameter 'targetTransform': there is no choice '%s'"
                                .formatted(configuration.choice("targetTransform", "none")));
        };
    }

    /** Fits the preparation on the training rows and prepares all of them. */
    public PreparedFold prepare(Rows training, Rows validation, Seed seed) {
        Table repaired = repairs.apply(training.table());
        PreparedTraining prepared = Preparation.fit(repaired, training.target(), recipe(), seed.fork("preparation"));
        TrainingSet rows = new TrainingSet(
                prepared.features(),
                training.target(),
                prepared.preparation().apply(repairs.apply(validation.table())),
                validation.target(),
                constraints,
                Attachments.none());
        return new PreparedFold(repairs, prepared.preparation(), rows);
    }

    /**
     * Trains the model on rows that a pipeline of the same repairs and recipe has prepared.
     *
     * @throws io.thresher.model.TrainingFailure if this configuration cannot be trained on these rows
     */
    public FittedPipeline train(PreparedFold prepared, Seed seed, TrainingProgress progress) {
        return new FittedPipeline(prepared.repairs(), prepared.preparation(), fit(prepared.rows(), seed, progress));
    }

    private FittedModel fit(TrainingSet rows, Seed seed, TrainingProgress progress) {
        if (!learnsLogarithms() || rows.target().task().isClassification()) {
            return family.fit(rows, configuration, seed, progress);
        }
        FittedModel model = family.fit(LogTarget.logarithms(rows), configuration, seed, progress);
        try {
            return LogTarget.of(model, rows);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /**
     * Fits the preparation on the training rows, then the model on what it gives.
     *
     * @param validation rows that decide when training stops, never trained on
     * @throws io.thresher.model.TrainingFailure if this configuration cannot be trained on these rows
     */
    public FittedPipeline fit(Rows training, Rows validation, Seed seed, TrainingProgress progress) {
        return train(prepare(training, validation, seed), seed, progress);
    }
}
