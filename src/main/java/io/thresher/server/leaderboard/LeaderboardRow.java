package io.thresher.server.leaderboard;

import io.thresher.trial.TrialOutcome.Succeeded;
import java.util.Map;

/**
 * A trial that succeeded, and its place among those of its job.
 *
 * @param rank from 1
 * @param trial number of the trial
 * @param score in the metric's own direction
 * @param scoreStd standard deviation of the fold scores
 * @param configuration parameter to value
 */
public record LeaderboardRow(
        int rank,
        int trial,
        String family,
        double score,
        double scoreStd,
        double trainSeconds,
        double predictMicrosPerRow,
        long modelBytes,
        Map<String, Object> configuration) {

    static LeaderboardRow of(int rank, TrialEntity trial) {
        Succeeded reached = trial.succeeded();
        return new LeaderboardRow(
                rank,
                trial.number,
                trial.family,
                reached.score(),
                reached.scoreStd(),
                reached.trainSeconds(),
                reached.predictMicrosPerRow(),
                reached.modelBytes(),
                trial.configuration.values());
    }
}
