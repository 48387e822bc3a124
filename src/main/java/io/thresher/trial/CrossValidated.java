package io.thresher.trial;

import io.thresher.metric.Predictions;
import io.thresher.pipeline.FittedPipeline;
import java.util.List;

/**
 * A configuration that was trained once a fold.
 *
 * @param members one fitted pipeline a fold, in order; closed with this
 * @param delivered the members that make up the model, averaged, as places in {@code members}
 * @param outOfFold a prediction for every row by the members that did not train on it, NaN where there is none
 * @param score metric over the predictions in {@code outOfFold}
 * @param foldScores metric on each fold's left-out rows
 * @param rungLosses lowest losses of the first fold up to the rungs of its curve ({@link CurveRace}); empty if its family
 *     has no curve to compare
 * @param trainSeconds time spent in fitting
 */
public record CrossValidated(
        List<FittedPipeline> members,
        List<Integer> delivered,
        Predictions outOfFold,
        double score,
        List<Double> foldScores,
        List<Double> rungLosses,
        double trainSeconds)
        implements CrossValidationResult, AutoCloseable {

    public CrossValidated {
        members = List.copyOf(members);
        delivered = List.copyOf(delivered);
        foldScores = List.copyOf(foldScores);
        rungLosses = List.copyOf(rungLosses);
    }

    /** The members that make up the model, each with what of it is needed beside the others. */
    public List<FittedPipeline> model() {
        return delivered.stream()
                .map(members::get)
                .map(member -> new FittedPipeline(
                        member.repairs(), member.preparation(), member.model().asOneOf(delivered.size())))
                .toList();
    }

    @Override
    public void close() {
        members.forEach(FittedPipeline::close);
    }
}
