package io.thresher.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a prediction, looked at before any of them is opened. */
record PredictionFiles(Path model, Path input, Path output) {

    /** All that is wrong with them, and what would be accepted; empty if nothing is. */
    List<String> faults() {
        return Stream.of(
                        unreadable(model, "a model that Thresher exported"),
                        unreadable(input, "a file of delimited text, with the columns of the model"),
                        unwritable())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Why the system refused, in words. */
    static String reason(Exception e) {
        boolean denied = e instanceof AccessDeniedException || e.getCause() instanceof AccessDeniedException;
        return denied ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static Optional<String> unreadable(Path file, String accepted) {
        if (!Files.exists(file)) {
            return Optional.of("there is no file '%s'; %s is accepted".formatted(file, accepted));
        }
        if (Files.isDirectory(file)) {
            return Optional.of("'%s' is a folder; %s is accepted".formatted(file, accepted));
        }
        return Files.isReadable(file)
                ? Optional.empty()
                : Optional.of("'%s' may not be read: permission denied".formatted(file));
    }

    private Optional<String> unwritable() {
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(output)) {
            return Optional.of("'%s' is a folder; the name of a file in it is accepted".formatted(output));
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("there is no folder for '%s'; one that exists is accepted".formatted(output));
        }
        // What is written replaces what is there, which a device or a pipe would not survive.
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            return Optional.of(
                    "'%s' is no ordinary file; a new file, or one to replace, is accepted".formatted(output));
        }
        if (isSame(output, model) || isSame(output, input)) {
            return Optional.of(
                    "'%s' is read, so it cannot take the predictions; another file is accepted".formatted(output));
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of("nothing can be written to the folder of '%s': permission denied".formatted(output));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
