package io.thresher.server.leaderboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trial as REST and pages show it.
 *
 * @param trial number of the trial
 * @param configuration parameter to value
 * @param requested whether a user asked for it, and no sampler
 * @param unseen numbers of the earlier trials whose outcomes did not count when it was decided on
 * @param predictMicrosOneRow as on the leaderboard, like the costs that follow
 * @param modelKept as on the leaderboard
 * @param measurements in the order in which they came in; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TrialResponse(
        int trial,
        String family,
        Map<String, Object> configuration,
        boolean requested,
        List<Integer> unseen,
        TrialState state,
        Optional<FailureReason> reason,
        Optional<String> message,
        Optional<Double> score,
        Optional<Double> scoreStd,
        List<Double> foldScores,
        Optional<Double> trainSeconds,
        Optional<Double> predictMicrosOneRow,
        Optional<Double> predictMicrosPerRow,
        Optional<Long> modelBytes,
        Optional<Long> trainPeakBytes,
        List<String> missedLimits,
        boolean paretoOptimal,
        boolean modelKept,
        Optional<String> worker,
        Instant queuedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<List<Measurement>> measurements) {

    static TrialResponse of(TrialEntity trial, boolean modelKept) {
        return of(trial, modelKept, Optional.empty());
    }

    static TrialResponse of(TrialEntity trial, boolean modelKept, List<Measurement> measurements) {
        return of(trial, modelKept, Optional.of(List.copyOf(measurements)));
    }

    /** Whether a user may have it delivered. */
    @JsonIgnore
    public boolean isDeliverable() {
        return modelKept && missedLimits.isEmpty();
    }

    private static TrialResponse of(TrialEntity trial, boolean modelKept, Optional<List<Measurement>> measurements) {
        return new TrialResponse(
                trial.number,
                trial.family,
                trial.configuration.values(),
                trial.requested,
                trial.toRecord().plan().unseen(),
                trial.state,
                Optional.ofNullable(trial.reason),
                Optional.ofNullable(trial.message),
                Optional.ofNullable(trial.score),
                Optional.ofNullable(trial.scoreStd),
                trial.folds(),
                Optional.ofNullable(trial.trainSeconds),
                Optional.ofNullable(trial.predictMicrosOneRow),
                Optional.ofNullable(trial.predictMicrosPerRow),
                Optional.ofNullable(trial.modelBytes),
                Optional.ofNullable(trial.trainPeakBytes),
                trial.missed(),
                trial.paretoOptimal,
                modelKept,
                Optional.ofNullable(trial.worker),
                trial.queuedAt,
                Optional.ofNullable(trial.startedAt),
                Optional.ofNullable(trial.endedAt),
                measurements);
    }
}
