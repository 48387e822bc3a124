package io.thresher.data;

/**
 * A line of a file that is no row of its table.
 *
 * @param line its number in the file, from 1
 * @param text how it begins
 */
public record SetAsideRow(long line, String text) {}
