package io.thresher.server.searchjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.ensemble.HonestScore;
import io.thresher.job.DeliveredModel;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.trial.Footprint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a search delivered, as REST shows it and as it is stored.
 *
 * @param kind {@code ensemble} of several trials, or the model of a {@code single} one
 * @param members the trials whose predictions are averaged, heaviest first
 * @param stack the second layer over the members, in place of their average; absent where none is sure to help
 * @param temperature of the averaged probabilities; 1 if they are as they were
 * @param cvScore the metric over the out-of-fold predictions, by which the model was chosen: it flatters a little
 * @param costs what it costs, measured on its own file; absent of jobs that ended before it was measured
 * @param correctedScore the score to expect on other rows like these, corrected for the choosing; absent if there was no
 *     time to find out
 * @param baseline the simple model that it was compared with
 * @param remark why it is not what it might have been
 * @param pickedByHand whether a user picked it, and not the search: then {@code cvScore} is the trial's own, and not
 *     corrected for the picking
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveredResponse(
        String kind,
        List<Part> members,
        @Nullable Layer stack,
        double temperature,
        double cvScore,
        @Nullable Costs costs,
        @Nullable CorrectedScore correctedScore,
        @Nullable Baseline baseline,
        @Nullable String remark,
        boolean pickedByHand) {

    /**
     * What is made of the members' predictions: scale · (weighted average) + Σ coefficient · member + offset; of
     * probabilities with the logarithm of the average, and a softmax of it all.
     *
     * @param coefficients one a member, in their order
     * @param offsets one a class, or one for numbers
     */
    public record Layer(double scale, List<Double> coefficients, List<Double> offsets) {}

    /** Weights sum to 1; where there is a second layer, some members may have no weight of their own. */
    public record Part(int trial, String family, double weight) {}

    /**
     * What a model costs.
     *
     * @param predictMicrosOneRow microseconds for one row in a call of its own
     * @param predictMicrosPerRow microseconds for each of up to 1000 rows in one call
     * @param modelBytes size of the file
     * @param trainPeakBytes the most memory that the training of a member took; absent where that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Costs(
            @Nullable Double predictMicrosOneRow,
            double predictMicrosPerRow,
            long modelBytes,
            @Nullable Long trainPeakBytes) {

        private static Costs of(Footprint model) {
            return new Costs(
                    Double.isFinite(model.microsOneRow()) ? model.microsOneRow() : null,
                    model.microsPerRow(),
                    model.modelBytes(),
                    model.trainPeakBytes().isPresent() ? model.trainPeakBytes().getAsLong() : null);
        }
    }

    /**
     * A score corrected for having been picked among many, and the interval in which it lies 19 times of 20.
     *
     * @param confidence of the interval from {@code low} to {@code high}
     */
    public record CorrectedScore(double estimate, double low, double high, double confidence) {}

    /**
     * The best of the constant, the linear model and XGBoost with its first configuration.
     *
     * @param score its metric over its out-of-fold predictions
     * @param beaten whether what was delivered is better by more than noise
     */
    public record Baseline(int trial, String family, double score, boolean beaten) {}

    private static final double CONFIDENCE = 0.95;

    static DeliveredResponse of(DeliveredModel model) {
        return new DeliveredResponse(
                model.members().size() > 1 ? "ensemble" : "single",
                model.members().stream()
                        .map(part -> new Part(part.trial(), part.family(), part.weight()))
                        .toList(),
                model.stack()
                        .map(stack -> new Layer(stack.scale(), stack.coefficients(), stack.offsets()))
                        .orElse(null),
                model.temperature(),
                model.score(),
                Costs.of(model.footprint()),
                model.honest().map(DeliveredResponse::corrected).orElse(null),
                model.baseline()
                        .map(simple -> new Baseline(simple.trial(), simple.family(), simple.score(), simple.beaten()))
                        .orElse(null),
                model.remark().orElse(null),
                false);
    }

    /**
     * A trial that a user picked.
     *
     * @param chosen what the search chose; if that is the trial itself, what is known of it counts
     */
    static DeliveredResponse picked(LeaderboardRow row, Optional<DeliveredResponse> chosen) {
        Optional<DeliveredResponse> same = chosen.filter(delivered -> delivered.isTrial(row.trial()));
        return new DeliveredResponse(
                "single",
                List.of(new Part(row.trial(), row.family(), 1)),
                null,
                1,
                row.score(),
                new Costs(
                        row.predictMicrosOneRow().orElse(null),
                        row.predictMicrosPerRow(),
                        row.modelBytes(),
                        row.trainPeakBytes().orElse(null)),
                same.map(DeliveredResponse::correctedScore).orElse(null),
                same.map(DeliveredResponse::baseline).orElse(null),
                null,
                true);
    }

    private boolean isTrial(int number) {
        return members.size() == 1 && members.get(0).trial() == number && stack == null && temperature == 1;
    }

    private static CorrectedScore corrected(HonestScore honest) {
        return new CorrectedScore(honest.estimate(), honest.low(), honest.high(), CONFIDENCE);
    }
}
