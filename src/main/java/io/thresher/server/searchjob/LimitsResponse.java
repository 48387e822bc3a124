package io.thresher.server.searchjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.trial.Cost;
import io.thresher.trial.Limits;
import java.util.Optional;

/**
 * What the model that a job delivers may cost at the most; what is absent has no limit. A trial tells its costs under the
 * same names.
 *
 * @param predictMicrosOneRow microseconds for one row in a call of its own
 * @param predictMicrosPerRow microseconds for each of up to 1000 rows in one call
 * @param modelBytes size of the file
 * @param trainPeakBytes memory of the worker's process while it trains
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LimitsResponse(
        Optional<Double> predictMicrosOneRow,
        Optional<Double> predictMicrosPerRow,
        Optional<Long> modelBytes,
        Optional<Long> trainPeakBytes) {

    /** Nothing if there are no limits. */
    static Optional<LimitsResponse> of(Limits limits) {
        return limits.areNone()
                ? Optional.empty()
                : Optional.of(new LimitsResponse(
                        number(limits, Cost.ONE_ROW),
                        number(limits, Cost.ROW_OF_MANY),
                        number(limits, Cost.MODEL_SIZE).map(Double::longValue),
                        number(limits, Cost.TRAINING_MEMORY).map(Double::longValue)));
    }

    private static Optional<Double> number(Limits limits, Cost cost) {
        return limits.of(cost).isPresent() ? Optional.of(limits.of(cost).getAsDouble()) : Optional.empty();
    }
}
