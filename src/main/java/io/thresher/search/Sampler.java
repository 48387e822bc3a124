package io.thresher.search;

import io.thresher.space.Configuration;
import java.util.List;
import java.util.Optional;

/**
 * Suggests what to try next. A sampler keeps nothing: the same number, history and pending trials always give the same
 * suggestion, in this process or in another.
 */
public interface Sampler {

    /**
     * The configuration of trial {@code number}, or nothing if there is nothing left to try.
     *
     * @param number number of the trial that is suggested, from 0
     * @param history finished trials, in order of their number
     * @param pending configurations of the trials that are queued or running, in order of their number
     */
    Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending);
}
