package io.thresher.worker.local;

import java.nio.file.Path;

/**
 * How child JVMs are started.
 *
 * @param count how many, at least one
 * @param heapMiB largest heap of each
 * @param folder for the files of running workers; what is left in it from before is deleted
 * @param cache where native libraries are unpacked once and for all
 */
public record WorkerOptions(int count, int heapMiB, Path folder, Path cache) {}
