package io.thresher.server.leaderboard;

import io.thresher.trial.TrialState;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many trials of a job there are, and how they fared.
 *
 * @param failed those that are INFEASIBLE among them
 */
public record TrialCounts(
        long total, long queued, long running, long succeeded, long failed, long pruned, long cancelled) {

    /** Of a job without trials. */
    public static final TrialCounts NONE = new TrialCounts(0, 0, 0, 0, 0, 0, 0);

    static TrialCounts of(Iterable<StateCount> counts) {
        Map<TrialState, Long> trials = new EnumMap<>(TrialState.class);
        counts.forEach(count -> trials.merge(count.state(), count.trials(), Long::sum));
        return new TrialCounts(
                trials.values().stream().mapToLong(Long::longValue).sum(),
                trials.getOrDefault(TrialState.QUEUED, 0L),
                trials.getOrDefault(TrialState.RUNNING, 0L),
                trials.getOrDefault(TrialState.SUCCEEDED, 0L),
                trials.getOrDefault(TrialState.FAILED, 0L) + trials.getOrDefault(TrialState.INFEASIBLE, 0L),
                trials.getOrDefault(TrialState.PRUNED, 0L),
                trials.getOrDefault(TrialState.CANCELLED, 0L));
    }
}
