package io.thresher.worker.protocol;

/**
 * A worker asks for a trial.
 *
 * @param worker its name
 */
public record LeaseRequest(String worker) {}
