package io.thresher.trial;

import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.split.Folds;
import io.thresher.metric.Predictions;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cross-validation of one pipeline. The left-out rows of a fold decide when its training stops and give its out-of-fold
 * predictions; everything else about a fold's pipeline is learned from its training rows alone.
 */
public final class CrossValidation {
    private final Table features;
    private final Target target;
    private final Folds folds;
    private final Objective objective;

    /**
     * @param features the feature columns of all rows
     * @param target what they should give, as many rows
     */
    public CrossValidation(Table features, Target target, Folds folds, Objective objective) {
        this.features = features;
        this.target = target;
        this.folds = folds;
        this.objective = objective;
    }

    /**
     * Trains one member a fold.
     *
     * @param goOn told every measurement; false ends the trial
     * @return nothing if {@code goOn} ended it
     * @throws TrainingFailure if the configuration cannot be trained on these rows
     */
    public Optional<CrossValidated> run(Pipeline pipeline, Seed seed, Predicate<Measurement> goOn) {
        List<FittedPipeline> members = new ArrayList<>();
        boolean complete = false;
        try {
            Optional<CrossValidated> result = trainAll(pipeline, seed, goOn, members);
            complete = result.isPresent();
            return result;
        } finally {
            if (!complete) {
                members.forEach(FittedPipeline::close);
            }
        }
    }

    private Optional<CrossValidated> trainAll(
            Pipeline pipeline, Seed seed, Predicate<Measurement> goOn, List<FittedPipeline> members) {
        OutOfFold outOfFold = new OutOfFold(target);
        List<Double> foldScores = new ArrayList<>();
        long trainNanos = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] left = folds.validationRows(fold);
            Pipeline.Rows training = rows(folds.trainingRows(fold));
            Pipeline.Rows validation = rows(left);
            FoldProgress progress = new FoldProgress(fold, goOn);
            long start = System.nanoTime();
            FittedPipeline member = pipeline.fit(training, validation, seed.fork("fold", fold), progress);
            trainNanos += System.nanoTime() - start;
            members.add(member);
            if (progress.ended()) {
                return Optional.empty();
            }
            Predictions predictions = finite(member.predict(validation.table()), fold);
            outOfFold.add(left, predictions);
            foldScores.add(objective.metric().score(validation.target().values(), predictions));
        }
        double score = outOfFold.score(objective.metric());
        return Optional.of(
                new CrossValidated(members, folds.delivered(), outOfFold.all(), score, foldScores, trainNanos / 1e9));
    }

    private Pipeline.Rows rows(int[] rows) {
        return new Pipeline.Rows(features.take(rows), target.take(rows));
    }

    private static Predictions finite(Predictions predictions, int fold) {
        if (!predictions.areFinite()) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.DIVERGED, "the model of fold %d predicts no finite numbers".formatted(fold));
        }
        return predictions;
    }
}
