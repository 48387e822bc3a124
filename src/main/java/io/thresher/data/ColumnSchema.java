package io.thresher.data;

/**
 * One column of a dataset.
 *
 * @param name unique within the dataset
 * @param type what the column holds
 * @param missing number of rows without a value
 * @param distinct number of distinct values, missing not counted
 */
public record ColumnSchema(String name, ColumnType type, long missing, long distinct) {}
