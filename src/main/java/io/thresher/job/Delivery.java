package io.thresher.job;

/** What becomes of the models of finished trials. */
public interface Delivery {

    /** Delivers the model of a finished trial. May be told twice, if the process dies in between: it is one delivery. */
    void deliver(SearchJob job, int trial);

    /**
     * The model of a finished trial will not be delivered and need not be kept. Its scores and predictions stay. May be
     * told twice.
     */
    void discard(SearchJob job, int trial);
}
