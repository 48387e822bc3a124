package io.thresher.worker;

import io.thresher.trial.TrialSpec;

/**
 * A trial in the hands of a worker.
 *
 * @param id known to that worker alone
 */
public record Lease(String id, TrialSpec trial) {}
