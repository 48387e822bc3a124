package io.thresher.model;

/** What a family makes of rows and can use again for the next model on the same rows. */
public interface Attachment extends AutoCloseable {

    /** Memory it takes, in the heap or outside. */
    long bytes();

    @Override
    void close();
}
