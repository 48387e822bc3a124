package io.thresher.worker.protocol;

/** Whether the trial should go on. */
public record Verdict(boolean goOn) {}
