package io.thresher.job;

import io.thresher.search.SearchStrategy;
import java.util.Optional;

/**
 * The course a search takes: what fixes the order in which it learns, apart from budget and space.
 *
 * @param strategy how it chooses what to try
 * @param lag without a limit of time, trial n knows the outcomes of the trials up to n − lag, however many workers there
 *     are and however fast; at least 1
 * @param replayOf id of the job whose trials are run again, instead of new ones
 * @param warmStart what is taken over from earlier jobs
 */
public record Course(SearchStrategy strategy, int lag, Optional<String> replayOf, WarmStart warmStart) {
    /** Whatever machine a search is on. A longer one costs small budgets dearly: a sampler learns that much later. */
    private static final int USUAL_LAG = 4;

    public Course {
        if (lag < 1) {
            throw new IllegalArgumentException("a lag is at least 1, got " + lag);
        }
    }

    /** The course of a new search for which so many trials at once were asked for. */
    public static Course ofNew(int asked) {
        return ofNew(SearchStrategy.ENGINE, asked);
    }

    /**
     * The course of a new search.
     *
     * @param asked trials at once that were asked for; not what a machine offers by itself, or the search would depend
     *     on it
     */
    public static Course ofNew(SearchStrategy strategy, int asked) {
        return new Course(strategy, Math.max(USUAL_LAG, asked), Optional.empty(), WarmStart.NONE);
    }

    /** The same course, with that taken over from earlier jobs. */
    public Course with(WarmStart other) {
        return new Course(strategy, lag, replayOf, other);
    }
}
