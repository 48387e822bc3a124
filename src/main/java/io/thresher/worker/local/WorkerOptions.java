package io.thresher.worker.local;

import io.thresher.worker.process.DeviceSetting;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How child JVMs are started.
 *
 * @param count how many, at least one
 * @param heapMiB largest heap of each
 * @param device where they train
 * @param libraries a folder of jars that come before the application's own, such as native libraries for a GPU
 * @param folder for the files of running workers; what is left in it from before is deleted
 * @param cache where native libraries are unpacked once and for all
 */
public record WorkerOptions(
        int count, int heapMiB, DeviceSetting device, Optional<Path> libraries, Path folder, Path cache) {}
