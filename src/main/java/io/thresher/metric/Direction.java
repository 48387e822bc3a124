package io.thresher.metric;

/** Whether more or less of a metric is better. */
public enum Direction {
    MAXIMIZE,
    MINIMIZE
}
