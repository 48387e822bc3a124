package io.thresher.server.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data folder belongs to one process at a time: two would share a database that takes one, and end each other's workers.
 * The operating system lets the lock go when the process ends, however it ends.
 */
final class DataDirLock {
    private static final String FILE = "lock";

    /** Held to the end of the process; nobody closes it. */
    private static @Nullable FileLock held;

    private DataDirLock() {}

    /** Takes the folder, which is made if it is not there. Why that cannot be; nothing if it is this process's own now. */
    static synchronized Optional<String> take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock();
            if (held != null) {
                return Optional.empty();
            }
            channel.close();
            return Optional.of(
                    ("the data folder '%s' is in use by another Thresher, a service or a command; stop it first,"
                                    + " ask the service over REST, or name another folder with --data-dir")
                            .formatted(folder));
        } catch (IOException e) {
            return Optional.of("the data folder '%s' cannot be used: %s".formatted(folder, e));
        }
    }
}
