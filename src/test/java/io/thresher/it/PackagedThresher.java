package io.thresher.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, on a free port, with a data directory that was given to it. */
final class PackagedThresher implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    /** Native libraries are unpacked once for all integration tests. */
    private static final Path NATIVE_CACHE = Path.of("target", "native-cache").toAbsolutePath();

    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final URI address;

    private PackagedThresher(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the service with one worker and waits until it is ready. */
    static PackagedThresher start(Path dataDir) throws IOException {
        return start(dataDir, 1);
    }

    /** Starts the service with so many workers and waits until it is ready. */
    static PackagedThresher start(Path dataDir, int workers) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(command(
                        dataDir,
                        List.of("-Dquarkus.http.port=" + port, "-Dthresher.workers.count=" + workers),
                        List.of()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(dataDir.resolve("service.log").toFile()))
                .start();
        PackagedThresher thresher = new PackagedThresher(process, URI.create("http://127.0.0.1:" + port));
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(thresher::isReady);
        return thresher;
    }

    /** The command line that runs the application: the service, or what {@code arguments} ask for. */
    static List<String> command(Path dataDir, List<String> settings, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dthresher.data-dir=" + dataDir);
        command.add("-Dthresher.cache-dir=" + NATIVE_CACHE);
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        return command;
    }

    /** Its workers that live. */
    List<ProcessHandle> workers() {
        return process.children().filter(PackagedThresher::lives).toList();
    }

    /** Whether a process runs: one that ended and waits for somebody to ask how has no command any more. */
    static boolean lives(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Ends the service as {@code kill -9} does: it is told nothing and can do nothing. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String url(String path) {
        return address.resolve(path).toString();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended with " + process.exitValue() + "; see service.log");
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
