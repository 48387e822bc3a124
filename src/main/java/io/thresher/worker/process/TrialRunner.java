package io.thresher.worker.process;

import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.process.DatasetCache.JobRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs one trial from its specification to the files of its model. */
final class TrialRunner {
    private final ModelCatalog catalog;
    private final DatasetCache datasets;

    TrialRunner(ModelCatalog catalog, DatasetCache datasets) {
        this.catalog = catalog;
        this.datasets = datasets;
    }

    /**
     * Cross-validates and exports.
     *
     * @param model where the model is written if the trial succeeds
     * @param outOfFold where its out-of-fold predictions are written
     * @param goOn told every measurement; false ends the trial
     */
    TrialOutcome run(TrialSpec trial, Path model, Path outOfFold, Predicate<Measurement> goOn)
            throws IOException, InterruptedException {
        Optional<ModelFamily> family = catalog.family(trial.configuration().family());
        if (family.isEmpty()) {
            return new TrialOutcome.Failed(
                    FailureReason.INFEASIBLE,
                    "there is no family '%s'".formatted(trial.configuration().family()));
        }
        JobRows rows = datasets.load(trial);
        CrossValidation validation = new CrossValidation(rows.folds(), trial.objective());
        Pipeline pipeline = new Pipeline(trial.data().repairs(), family.get(), trial.configuration());
        Seed seed = new Seed(trial.seed()).fork("trial", trial.number());
        try {
            Optional<CrossValidated> result = validation.run(pipeline, seed, goOn);
            if (result.isEmpty()) {
                return new TrialOutcome.Pruned("stopped early");
            }
            try (CrossValidated trained = result.get()) {
                return new ModelHandover(
                                trial, rows.dealt().schema(), rows.dealt().search())
                        .write(trained, model, outOfFold);
            }
        } catch (TrainingFailure e) {
            return new TrialOutcome.Failed(FailureReason.valueOf(e.kind().name()), message(e));
        }
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
