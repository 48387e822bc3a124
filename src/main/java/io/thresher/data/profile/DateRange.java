package io.thresher.data.profile;

/**
 * The first and the last point in time of a column, as they are written in it.
 *
 * @param earliest the first
 * @param latest the last
 */
public record DateRange(String earliest, String latest) {}
