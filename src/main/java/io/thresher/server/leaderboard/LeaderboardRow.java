package io.thresher.server.leaderboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.trial.TrialOutcome.Succeeded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trial that succeeded, and its place among those of its job.
 *
 * @param rank from 1; trials that keep to the limits of the job come before all others
 * @param trial number of the trial
 * @param score in the metric's own direction
 * @param scoreStd standard deviation of the fold scores
 * @param predictMicrosOneRow microseconds that the file takes for one row in a call of its own, warm, on one thread of the
 *     machine of the worker: the smallest median of three rounds of calls
 * @param predictMicrosPerRow the same for each of up to 1000 rows in one call
 * @param modelBytes size of the file
 * @param trainPeakBytes memory that the worker's process held at once while it trained, all that it holds anyway included;
 *     absent where the operating system does not tell
 * @param missedLimits the costs among these that are over the limits of the job: the trial cannot win
 * @param paretoOptimal whether no trial within the limits is better in score, predictMicrosOneRow or modelBytes without
 *     being worse in another; differences of latency and size below a tenth do not count
 * @param modelKept whether its model is still there, so that it can be delivered if it keeps to the limits; a search keeps
 *     those of its best trials, of the best of each family and of the front
 * @param configuration parameter to value
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LeaderboardRow(
        int rank,
        int trial,
        String family,
        double score,
        double scoreStd,
        double trainSeconds,
        Optional<Double> predictMicrosOneRow,
        double predictMicrosPerRow,
        long modelBytes,
        Optional<Long> trainPeakBytes,
        List<String> missedLimits,
        boolean paretoOptimal,
        boolean modelKept,
        Map<String, Object> configuration) {

    static LeaderboardRow of(int rank, TrialEntity trial, boolean modelKept) {
        Succeeded reached = trial.succeeded();
        return new LeaderboardRow(
                rank,
                trial.number,
                trial.family,
                reached.score(),
                reached.scoreStd(),
                reached.trainSeconds(),
                Optional.ofNullable(trial.predictMicrosOneRow),
                reached.footprint().microsPerRow(),
                reached.footprint().modelBytes(),
                Optional.ofNullable(trial.trainPeakBytes),
                trial.missed(),
                trial.paretoOptimal,
                modelKept,
                trial.configuration.values());
    }

    /** Whether a user may have it delivered. */
    @JsonIgnore
    public boolean isDeliverable() {
        return modelKept && missedLimits.isEmpty();
    }
}
