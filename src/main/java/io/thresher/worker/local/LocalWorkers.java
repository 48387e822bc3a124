package io.thresher.worker.local;

import io.thresher.trial.FailureReason;
import io.thresher.worker.process.WorkerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A fixed number of child JVMs that work off trials.
 *
 * <ul>
 *   <li>A child that dies, for whatever reason, is replaced, and its loss is told with the reason.
 *   <li>A child that dies young is replaced after a pause, so that a broken installation does not spin.
 *   <li>No child outlives this process, even if it is killed: a child's standard input is its life line.
 * </ul>
 */
public final class LocalWorkers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LocalWorkers.class.getName());
    private static final Duration YOUNG = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final WorkerOptions options;
    private final WorkerCommand command;
    private final URI service;
    private final String token;
    private final Losses losses;
    private final Map<String, Process> running = new HashMap<>();
    private int started;
    private boolean closed;

    /** Who is told that a worker is gone. */
    @FunctionalInterface
    public interface Losses {
        void lost(String worker, FailureReason reason, String message);
    }

    /**
     * @param service address the children find the service at
     * @param token that opens the worker protocol to them
     */
    public LocalWorkers(WorkerOptions options, URI service, String token, Losses losses) {
        this.options = options;
        this.command = new WorkerCommand(options);
        this.service = service;
        this.token = token;
        this.losses = losses;
    }

    /** Starts all children. */
    public void start() {
        try {
            Folders.deleteTree(options.folder());
            Files.createDirectories(options.folder());
            Files.createDirectories(options.cache());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for workers cannot be made", e);
        }
        for (int i = 0; i < options.count(); i++) {
            startOne();
        }
    }

    /** Kills a child; another takes its place. */
    public synchronized void end(String worker) {
        Process process = running.get(worker);
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Names of the children that live. */
    public synchronized List<String> names() {
        return List.copyOf(running.keySet());
    }

    @Override
    public void close() {
        List<Process> children;
        synchronized (this) {
            closed = true;
            children = List.copyOf(running.values());
        }
        children.forEach(Process::destroyForcibly);
        children.forEach(child -> child.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> child)
                .join());
        try {
            Folders.deleteTree(options.folder());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the folder for workers was not deleted", e);
        }
    }

    private synchronized void startOne() {
        if (closed) {
            return;
        }
        String name = "worker-" + ++started;
        try {
            Path folder = Files.createDirectories(options.folder().resolve(name + "-" + UUID.randomUUID()));
            ProcessBuilder builder = new ProcessBuilder(command.line(folder));
            builder.environment().putAll(command.environment());
            builder.environment().put(WorkerMain.SERVICE, service.toString());
            builder.environment().put(WorkerMain.TOKEN, token);
            builder.environment().put(WorkerMain.NAME, name);
            builder.environment().put(WorkerMain.DEVICE, options.device().name());
            builder.environment().put(WorkerMain.FOLDER, folder.toString());
            builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("worker.log").toFile());
            Process process = builder.start();
            running.put(name, process);
            Instant start = Instant.now();
            CompletableFuture<Void> unused = process.onExit()
                    .thenAccept(dead -> gone(name, folder, dead, Duration.between(start, Instant.now())));
            LOG.log(Level.FINE, "{0} started as process {1}", new Object[] {name, process.pid()});
        } catch (IOException e) {
            throw new UncheckedIOException("no worker can be started", e);
        }
    }

    private void gone(String name, Path folder, Process process, Duration life) {
        boolean wanted;
        synchronized (this) {
            running.remove(name);
            wanted = !closed;
        }
        WorkerDeath death = WorkerDeath.of(process.exitValue(), folder);
        LOG.log(wanted ? Level.INFO : Level.FINE, "{0} is gone: {1}", new Object[] {name, death.message()});
        losses.lost(name, death.reason(), death.message());
        try {
            Folders.deleteTree(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the folder of " + name + " was not deleted", e);
        }
        long pause = life.compareTo(YOUNG) < 0 ? PAUSE.toMillis() : 0;
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS).execute(this::startOne);
    }
}
