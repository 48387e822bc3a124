package io.thresher.trial;

import io.thresher.data.split.Folds;
import io.thresher.metric.Predictions;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingSet;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.pipeline.PreparedFold;
import io.thresher.seed.Seed;
import io.thresher.trial.CrossValidationResult.StoppedEarly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cross-validation of one pipeline. The left-out rows of a fold decide when its training stops and give its out-of-fold
 * predictions; everything else about a fold's pipeline is learned from its training rows alone.
 */
public final class CrossValidation {
    private static final FoldProgress.Curve ANY = (step, loss) -> true;

    private final PreparedFolds rows;
    private final Objective objective;

    public CrossValidation(PreparedFolds rows, Objective objective) {
        this.rows = rows;
        this.objective = objective;
    }

    /**
     * Trains one member a fold, on every fold.
     *
     * @param goOn told every measurement; false ends the trial
     * @return nothing if {@code goOn} ended it
     * @throws TrainingFailure if the configuration cannot be trained on these rows
     */
    public Optional<CrossValidated> run(Pipeline pipeline, Seed seed, Predicate<Measurement> goOn) {
        return race(pipeline, seed, FoldRace.NONE, Optional.empty(), goOn) instanceof CrossValidated trained
                ? Optional.of(trained)
                : Optional.empty();
    }

    /** The same without looking at the curve of the first fold. */
    public CrossValidationResult race(
            Pipeline pipeline, Seed seed, FoldRace race, Optional<Duration> trainingTime, Predicate<Measurement> goOn) {
        return race(pipeline, seed, race, CurveRace.NONE, trainingTime, goOn);
    }

    /**
     * Trains one member a fold, as long as the trial keeps up.
     *
     * @param race asked after every fold
     * @param curves asked while the first fold is trained
     * @param trainingTime in which the training of all folds must end, with what is there by then
     * @param goOn told every measurement; false ends the trial
     * @throws TrainingFailure if the configuration cannot be trained on these rows
     */
    public CrossValidationResult race(
            Pipeline pipeline,
            Seed seed,
            FoldRace race,
            CurveRace curves,
            Optional<Duration> trainingTime,
            Predicate<Measurement> goOn) {
        List<FittedPipeline> members = new ArrayList<>();
        boolean complete = false;
        try {
            TrainingTime time = new TrainingTime(trainingTime, rows.folds().count());
            CurveProgress curve = new CurveProgress(curves, pipeline.plannedSteps());
            CrossValidationResult result = trainAll(pipeline, seed, race, curve, time, goOn, members);
            complete = result instanceof CrossValidated;
            return result;
        } finally {
            if (!complete) {
                members.forEach(FittedPipeline::close);
            }
        }
    }

    private CrossValidationResult trainAll(
            Pipeline pipeline,
            Seed seed,
            FoldRace race,
            CurveProgress curve,
            TrainingTime time,
            Predicate<Measurement> goOn,
            List<FittedPipeline> members) {
        OutOfFold outOfFold = new OutOfFold(rows.target());
        Folds folds = rows.folds();
        List<Double> foldScores = new ArrayList<>();
        long trainNanos = 0;
        // Like rows that are slow to prepare, a library must not leave one fold without any time: all folds bear it
        // alike.
        pipeline.family().load();
        for (int fold = 0; fold < folds.count(); fold++) {
            long start = System.nanoTime();
            PreparedFold prepared = rows.prepared(fold, pipeline);
            FoldProgress progress = new FoldProgress(fold, goOn, fold == 0 ? curve::keepsUp : ANY, time.of(fold));
            FittedPipeline member = pipeline.train(prepared, seed.fork("fold", fold), progress);
            trainNanos += System.nanoTime() - start;
            members.add(member);
            double trainSeconds = trainNanos / 1e9;
            if (curve.isLost()) {
                return new StoppedEarly(
                        foldScores, curve.rungLosses(), curve.stepsTaken(), curve.expectedLoss(), trainSeconds);
            }
            if (progress.ended()) {
                return StoppedEarly.of(foldScores, curve.rungLosses(), trainSeconds);
            }
            int[] judged = folds.validationRows(fold);
            Predictions predictions = finite(predicted(member, prepared.rows(), fold), fold);
            outOfFold.add(judged, predictions);
            foldScores.add(objective.metric().score(rows.target().take(judged).values(), predictions));
            if (race.isLost(foldScores.stream().map(objective.metric()::loss).toList())) {
                return StoppedEarly.of(foldScores, curve.rungLosses(), trainSeconds);
            }
        }
        double score = outOfFold.score(objective.metric());
        return new CrossValidated(
                members, folds.delivered(), outOfFold.all(), score, foldScores, curve.rungLosses(), trainNanos / 1e9);
    }

    /** Of all rows left out of the fold, prepared or not: whatever a trial trains on, the same rows judge it. */
    private Predictions predicted(FittedPipeline member, TrainingSet prepared, int fold) {
        boolean all = prepared.validationTarget().rows() == rows.folds().validationRows(fold).length;
        return all ? member.model().predict(prepared.validationFeatures()) : member.predict(rows.leftOut(fold));
    }

    private static Predictions finite(Predictions predictions, int fold) {
        if (!predictions.areFinite()) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.DIVERGED, "the model of fold %d predicts no finite numbers".formatted(fold));
        }
        return predictions;
    }
}
