package io.thresher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The real tables in {@code shared/data/dev}: one folder a table with {@code train.csv}, {@code test.csv} and
 * {@code meta.json}. Where the folder is absent, tests that ask for it are skipped.
 */
public final class SharedData {
    private SharedData() {}

    /** The folder of that table. */
    public static Path table(String name) {
        Path folder = root().resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        return folder;
    }

    /** The names of all tables. */
    public static List<String> names() {
        Assumptions.assumeTrue(Files.isDirectory(root()), () -> "skipped: there is no " + root());
        try (Stream<Path> folders = Files.list(root())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code meta.json} says of the table. */
    public static JsonNode meta(String name) {
        try {
            return new ObjectMapper().readTree(table(name).resolve("meta.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("thresher.shared", "../shared"), "data", "dev")
                .toAbsolutePath()
                .normalize();
    }
}
