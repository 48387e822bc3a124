package io.thresher.job;

import java.time.Duration;
import java.util.List;

/** What becomes of the models of finished trials. */
public interface Delivery {

    /**
     * How much of the job's time is kept from the search for {@link #deliver}; nothing where time is no limit.
     *
     * @param bytes of the files that may be delivered together, as far as trials have ended
     */
    Duration reserve(SearchJob job, long bytes);

    /**
     * Delivers the best that can be made of the finished trials. May be told twice, if the process dies in between: it is
     * one delivery.
     *
     * @param finished the trials that have a score and keep to the limits, best first, at least one
     * @param time that there is for it; where it is short, the best trial's model is delivered as it is
     */
    void deliver(SearchJob job, List<FinishedTrial> finished, Duration time);

    /**
     * The model of a finished trial will not be delivered and need not be kept. Its scores and predictions stay. May be
     * told twice.
     */
    void discard(SearchJob job, int trial);
}
