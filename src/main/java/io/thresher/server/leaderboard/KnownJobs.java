package io.thresher.server.leaderboard;

/** Tells whether a search job is there; answered by the feature that keeps them. */
public interface KnownJobs {

    boolean contains(String job);
}
