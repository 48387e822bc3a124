package io.thresher.job;

import io.thresher.ensemble.HonestScore;
import io.thresher.ensemble.Stack;
import io.thresher.trial.Footprint;
import java.util.List;
import java.util.Optional;

/**
 * What a search delivers.
 *
 * @param members the trials whose models are averaged, heaviest first; one if its model is delivered alone
 * @param stack the second layer over them, if it is sure to help
 * @param temperature of the averaged probabilities, 1 if they are as they were
 * @param score of the out-of-fold predictions, by which it was chosen, in the metric's own direction
 * @param honest the score to expect on other rows, if there was time to find out
 * @param baseline the best of the simple models of the job, if one succeeded and there was time to compare
 * @param footprint what it costs, measured on its own file
 * @param remark why it is not what it might have been
 */
public record DeliveredModel(
        List<Part> members,
        Optional<Stack> stack,
        double temperature,
        double score,
        Footprint footprint,
        Optional<HonestScore> honest,
        Optional<Baseline> baseline,
        Optional<String> remark) {

    /** A trial and its weight in the average; the weights sum to 1. */
    public record Part(int trial, String family, double weight) {}

    /**
     * A simple model that anything delivered should beat.
     *
     * @param score of its out-of-fold predictions
     * @param beaten whether what is delivered is better by more than noise, on the same rows and corrected for choosing
     */
    public record Baseline(int trial, String family, double score, boolean beaten) {}

    public DeliveredModel {
        members = List.copyOf(members);
    }

    /** A trial's model as it is, of which no more is known than its score. */
    public static DeliveredModel alone(FinishedTrial trial, double score, Optional<String> remark) {
        return new DeliveredModel(
                List.of(new Part(trial.number(), trial.family(), 1)),
                Optional.empty(),
                1,
                score,
                trial.footprint(),
                Optional.empty(),
                Optional.empty(),
                remark);
    }

    /** Whether it is the file of a trial, unchanged. */
    public boolean isTrial() {
        return members.size() == 1 && temperature == 1 && stack.isEmpty();
    }

    /** The same after its file was measured. */
    DeliveredModel measured(Footprint found) {
        return new DeliveredModel(members, stack, temperature, score, found, honest, baseline, remark);
    }

    /** The family's name, or that it is an ensemble. */
    public String family() {
        return members.size() == 1 ? members.get(0).family() : "ensemble";
    }
}
