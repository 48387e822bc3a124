package io.thresher.job;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something, and perhaps a file of it, that is made in a thread of its own and waited for only so long. What is given up
 * works on to its end, since native code cannot be stopped, and then removes what it wrote.
 *
 * @param <T> what is made
 */
final class TimedDraft<T> {
    private static final String DRAFT = "draft-";

    private final Path file;
    private final Path draft;
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final FutureTask<T> task;

    /** Makes what is wanted; the file, if one belongs to it, goes to {@code draft}. */
    @FunctionalInterface
    interface Maker<T> {
        T make(Path draft) throws IOException;
    }

    /**
     * @param file where the file of what is made in time will be; its folder is there, and is rid of the drafts of a process
     *     that died
     */
    TimedDraft(Path file, Maker<T> maker) throws IOException {
        this.file = file;
        tidy(file.toAbsolutePath().resolveSibling(""));
        this.draft = file.resolveSibling(DRAFT + UUID.randomUUID());
        this.task = new FutureTask<>(() -> {
            try {
                return maker.make(draft);
            } finally {
                ended.set(true);
                if (givenUp.get()) {
                    Files.deleteIfExists(draft);
                }
            }
        });
    }

    /**
     * What is made within this time. To be called once.
     *
     * @throws IOException as the maker does
     */
    Optional<T> within(Duration time) throws IOException {
        Thread thread = new Thread(task, "delivery");
        thread.setDaemon(true);
        thread.start();
        try {
            T made = task.get(time.toNanos(), TimeUnit.NANOSECONDS);
            if (Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.of(made);
        } catch (TimeoutException e) {
            return givenUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp();
        } catch (ExecutionException e) {
            Files.deleteIfExists(draft);
            throw rethrown(e);
        }
    }

    /** Whoever is later, this or the end of the making, removes the draft: nobody writes to it or measures it then. */
    private Optional<T> givenUp() throws IOException {
        givenUp.set(true);
        if (ended.get()) {
            Files.deleteIfExists(draft);
        }
        return Optional.empty();
    }

    private static void tidy(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, DRAFT + "*")) {
            for (Path old : left) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static IOException rethrown(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof IOException known ? known : new IOException(failure);
    }
}
