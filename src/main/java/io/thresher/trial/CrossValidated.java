package io.thresher.trial;

import io.thresher.metric.Predictions;
import io.thresher.pipeline.FittedPipeline;
import java.util.List;

/**
 * A configuration that was trained once a fold.
 *
 * @param members one fitted pipeline a fold, in order; closed with this
 * @param outOfFold a prediction for every row by the member that did not train on it
 * @param score metric over {@code outOfFold}
 * @param foldScores metric on each fold's left-out rows
 * @param trainSeconds time spent in fitting
 */
public record CrossValidated(
        List<FittedPipeline> members, Predictions outOfFold, double score, List<Double> foldScores, double trainSeconds)
        implements AutoCloseable {

    public CrossValidated {
        members = List.copyOf(members);
        foldScores = List.copyOf(foldScores);
    }

    @Override
    public void close() {
        members.forEach(FittedPipeline::close);
    }
}
