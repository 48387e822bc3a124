package io.thresher.data.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** {@value #NAME}: a {@link DatasetProfile} as JSON. */
public final class ProfileFile {
    /** What the file is called in a dataset's folder. */
    public static final String NAME = "profile.json";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private ProfileFile() {}

    /**
     * Reads a profile.
     *
     * @throws UncheckedIOException if the file is missing or no profile
     */
    public static DatasetProfile read(Path file) {
        try {
            return JSON.readValue(file.toFile(), DatasetProfile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a profile: the file appears, or is replaced, whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(DatasetProfile profile, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path staged = Files.createTempFile(target.resolveSibling(""), ".staged-", ".json");
            try {
                JSON.writeValue(staged.toFile(), profile);
                try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(staged);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
