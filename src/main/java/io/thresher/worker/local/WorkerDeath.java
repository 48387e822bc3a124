package io.thresher.worker.local;

import io.thresher.trial.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Why a child JVM is gone.
 *
 * @param message with the last line it wrote, where there is one
 */
record WorkerDeath(FailureReason reason, String message) {
    /** What a JVM exits with under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_HEAP = 3;

    private static final int KILLED = 137;
    private static final int LAST_LINE_CHARACTERS = 300;

    static WorkerDeath of(int exitStatus, Path folder) {
        if (exitStatus == OUT_OF_HEAP) {
            return new WorkerDeath(FailureReason.OUT_OF_MEMORY, "the worker's heap was used up");
        }
        if (exitStatus == KILLED) {
            return new WorkerDeath(FailureReason.CRASHED, "the worker's process was killed from outside");
        }
        return new WorkerDeath(
                FailureReason.CRASHED,
                "the worker's process ended with status %d%s".formatted(exitStatus, lastLine(folder)));
    }

    private static String lastLine(Path folder) {
        Path log = folder.resolve("worker.log");
        try {
            String text = Files.exists(log)
                    ? Files.readString(log, StandardCharsets.UTF_8).strip()
                    : "";
            String line = text.substring(text.lastIndexOf('\n') + 1);
            return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(LAST_LINE_CHARACTERS, line.length()));
        } catch (IOException e) {
            return "";
        }
    }
}
