package io.thresher.worker.process;

import io.thresher.metric.Metric;
import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.CrossValidationResult;
import io.thresher.trial.CrossValidationResult.StoppedEarly;
import io.thresher.trial.FailureReason;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.process.DatasetCache.JobRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

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
     * @param files where its files are written if the trial succeeds
     * @param reporter told every measurement; ends the trial when it is no longer wanted
     */
    TrialOutcome run(TrialSpec trial, HandedIn files, Reporter reporter) throws IOException, InterruptedException {
        Optional<ModelFamily> family = catalog.family(trial.configuration().family());
        if (family.isEmpty()) {
            return new TrialOutcome.Failed(
                    FailureReason.INFEASIBLE,
                    "there is no family '%s'".formatted(trial.configuration().family()));
        }
        JobRows rows = datasets.load(trial);
        PeakMemory memory = new PeakMemory();
        memory.beginAnew();
        CrossValidation validation = new CrossValidation(rows.folds(), trial.objective());
        Pipeline pipeline = new Pipeline(
                trial.data().repairs(),
                family.get(),
                trial.configuration(),
                trial.data().constraints());
        Seed seed = new Seed(trial.seed()).fork("trial", trial.number());
        MemoryWatch watch = new MemoryWatch(memory, trial.objective().limits(), reporter);
        try {
            CrossValidationResult result =
                    validation.race(pipeline, seed, trial.race(), trial.curves(), trial.trainingTime(), watch);
            if (result instanceof StoppedEarly stopped) {
                return watch.verdict().<TrialOutcome>map(Function.identity()).orElseGet(() -> pruned(trial, stopped));
            }
            try (CrossValidated trained = (CrossValidated) result) {
                return new ModelHandover(
                                trial,
                                rows.dealt().schema(),
                                rows.dealt().search(),
                                family.get().device(trial.configuration()),
                                memory)
                        .write(trained, files, reporter::isWanted);
            }
        } catch (TrainingFailure e) {
            return new TrialOutcome.Failed(FailureReason.valueOf(e.kind().name()), message(e));
        }
    }

    private static TrialOutcome pruned(TrialSpec trial, StoppedEarly stopped) {
        Metric metric = trial.objective().metric();
        int folds = stopped.foldScores().size();
        if (stopped.lostAfterSteps().isPresent()) {
            return new TrialOutcome.Pruned(
                    "after %d steps of its first fold behind half of the earlier trials of its family"
                            .formatted(stopped.lostAfterSteps().getAsInt()),
                    List.of(),
                    stopped.rungLosses(),
                    OptionalDouble.of(metric.scoreOf(stopped.expectedLoss().orElseThrow())),
                    stopped.trainSeconds());
        }
        if (folds == 0) {
            return new TrialOutcome.Pruned("stopped early", List.of(), OptionalDouble.empty(), stopped.trainSeconds());
        }
        double expected = metric.scoreOf(trial.race()
                .expectedLoss(stopped.foldScores().stream().map(metric::loss).toList()));
        return new TrialOutcome.Pruned(
                "too far behind the best of its family after %d of %d folds"
                        .formatted(folds, trial.race().bestFoldLosses().size()),
                stopped.foldScores(),
                stopped.rungLosses(),
                OptionalDouble.of(expected),
                stopped.trainSeconds());
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
