package io.thresher.job;

/** Where the best model of a job goes when its search ends. */
@FunctionalInterface
public interface Delivery {

    /** Delivers the model of a finished trial. May be told twice, if the process dies in between: it is one delivery. */
    void deliver(SearchJob job, int trial);
}
