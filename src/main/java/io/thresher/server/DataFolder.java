package io.thresher.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Where files live below the data directory. A file is there whole or not at all, also after a loss of power. */
@ApplicationScoped
public class DataFolder {
    private final Path root;

    DataFolder(ThresherConfig config) {
        this.root = config.dataDir().toAbsolutePath().normalize();
    }

    /** Folder of a dataset. */
    public Path dataset(String id) {
        return root.resolve("datasets").resolve(id);
    }

    /** A file as it was uploaded, by the hash of its bytes. */
    public Path original(String hash) {
        return root.resolve("originals").resolve(hash);
    }

    /** Folder of what was found out about a dataset. */
    public Path insights(String dataset) {
        return root.resolve("insights").resolve(dataset);
    }

    /** A file that a trial handed in. */
    public Path trialFile(String job, int number, String name) {
        return root.resolve("jobs")
                .resolve(job)
                .resolve("trials")
                .resolve(Integer.toString(number))
                .resolve(name);
    }

    /** A file of a job as a whole. */
    public Path jobFile(String job, String name) {
        return root.resolve("jobs").resolve(job).resolve(name);
    }

    /** Folder of a model version. */
    public Path model(String name, int version) {
        return root.resolve("models").resolve(name).resolve(Integer.toString(version));
    }

    /** Folder for what running workers need, emptied at each start. */
    public Path workers() {
        return root.resolve("workers");
    }

    /** Folder for what can be made again at any time. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Stores all of {@code content} at {@code target}, over what may be there. */
    public void store(InputStream content, Path target) throws IOException {
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        Path partial = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.copy(content, partial);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Stores a copy of the file {@code source} at {@code target}. */
    public void store(Path source, Path target) throws IOException {
        try (InputStream content = Files.newInputStream(source)) {
            store(content, target);
        }
    }
}
