package io.thresher.worker.protocol;

import io.thresher.trial.Measurement;
import java.util.List;

/** Numbers from a running trial, in the order they were measured. */
public record Measurements(List<Measurement> measurements) {}
