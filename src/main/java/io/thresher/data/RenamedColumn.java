package io.thresher.data;

/**
 * A column that could not keep the name the file gives it.
 *
 * @param name the unique name it has in the dataset
 * @param originalName the name in the file: one that an earlier column has too, or empty
 */
public record RenamedColumn(String name, String originalName) {}
