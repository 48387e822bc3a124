package io.thresher.server.searchjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Rows that no trial sees.
 *
 * @param fraction of the dataset's rows, if they are kept from it
 * @param testDataset id of the dataset they are in, if it is another one
 * @param rows how many they were; once the job has delivered
 * @param score of the delivered model on them, in the metric's own direction; once the job has delivered
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HoldoutResponse(
        Optional<Double> fraction, Optional<String> testDataset, Optional<Integer> rows, Optional<Double> score) {

    static Optional<HoldoutResponse> of(SearchJobEntity job) {
        if (job.plan.holdout == 0 && job.plan.testDataset == null) {
            return Optional.empty();
        }
        Optional<HandPick> picked = job.picked();
        return Optional.of(new HoldoutResponse(
                Optional.of(job.plan.holdout).filter(fraction -> fraction > 0),
                Optional.ofNullable(job.plan.testDataset),
                picked.isPresent() ? picked.map(HandPick::holdoutRows) : Optional.ofNullable(job.holdoutRows),
                picked.isPresent() ? picked.map(HandPick::holdoutScore) : Optional.ofNullable(job.holdoutScore)));
    }
}
