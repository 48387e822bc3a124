package io.thresher.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A data directory of its own for every start of the service in tests. */
public class TemporaryHome implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "home");
            return Map.of("thresher.data-dir", home.toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the folder is under target and goes with it
    }
}
