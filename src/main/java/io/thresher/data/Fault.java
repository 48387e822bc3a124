package io.thresher.data;

/**
 * Something a user has to change.
 *
 * @param field what it is about: {@code target}, {@code task}, {@code folds} or {@code dataset}
 * @param message a sentence that says what was found and what would be accepted
 */
public record Fault(String field, String message) {}
