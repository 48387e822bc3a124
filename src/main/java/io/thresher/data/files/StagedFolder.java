package io.thresher.data.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all. It is filled beside its place under a hidden name, {@code .staged-…},
 * forced to disk and renamed; closing removes whatever was not published, and the scratch files.
 */
public final class StagedFolder implements AutoCloseable {
    private final Path target;
    private final Path staging;
    private final Path content;

    private StagedFolder(Path target, Path staging) throws IOException {
        this.target = target;
        this.staging = staging;
        this.content = Files.createDirectory(staging.resolve("content"));
    }

    /** A folder that will be {@code target}, whose parent is created where it is missing. */
    public static StagedFolder of(Path target) throws IOException {
        Path parent = Files.createDirectories(parentOf(target));
        return new StagedFolder(target, Files.createTempDirectory(parent, ".staged-"));
    }

    /** Where a file of that name is to be written that shall be in the folder. */
    public Path file(String name) {
        return content.resolve(name);
    }

    /** The folder of everything that is written on the way. */
    public Path scratch() {
        return staging;
    }

    /**
     * Makes the folder appear.
     *
     * @throws IOException if the target exists and is not empty
     */
    public void publish() throws IOException {
        try (Stream<Path> files = Files.list(content)) {
            for (Path file : files.toList()) {
                force(file, StandardOpenOption.WRITE);
            }
        }
        force(content, StandardOpenOption.READ);
        Files.move(content, target, StandardCopyOption.ATOMIC_MOVE);
        force(parentOf(target), StandardOpenOption.READ);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(staging)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parentOf(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a dataset cannot be stored at '%s'".formatted(target));
        }
        return parent;
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
