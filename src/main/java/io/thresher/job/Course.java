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
 */
public record Course(SearchStrategy strategy, int lag, Optional<String> replayOf) {
    /** Lag of a search that runs at most so many trials at once, whatever machine it is on. */
    private static final int USUAL_LAG = 4;

    public Course {
        if (lag < 1) {
            throw new IllegalArgumentException("a lag is at least 1, got " + lag);
        }
    }

    /** The course of a new search with so many trials at once at the most. */
    public static Course ofNew(int parallelism) {
        return ofNew(SearchStrategy.ENGINE, parallelism);
    }

    /** The course of a new search that chooses in its own way. */
    public static Course ofNew(SearchStrategy strategy, int parallelism) {
        return new Course(strategy, Math.max(USUAL_LAG, parallelism), Optional.empty());
    }
}
