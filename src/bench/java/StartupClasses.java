import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the list of classes that a start loads, which {@code EarlyClasses} reads: from one start of the built service,
 * in the order in which they were loaded, up to the first answer that it is ready.
 *
 * <pre>
 * java src/bench/java/StartupClasses.java [app-folder] [list]
 * java src/bench/java/StartupClasses.java target/quarkus-app src/main/resources/startup-classes.txt
 * </pre>
 *
 * <p>To be run when a dependency changes; an old list costs time, nothing else.
 */
public final class StartupClasses {
    private static final Pattern LOADED = Pattern.compile("\\] ([\\w.$]+) source: file:.*");
    private static final String FIRST = "io.thresher.server.cli.Main";

    private StartupClasses() {}

    public static void main(String[] arguments) throws Exception {
        Path app = Path.of(arguments.length > 0 ? arguments[0] : "target/quarkus-app");
        Path list = Path.of(arguments.length > 1 ? arguments[1] : "src/main/resources/startup-classes.txt");
        Path folder = Files.createTempDirectory("thresher-classes");
        List<String> names = names(start(app, folder));
        Files.write(list, names);
        System.out.printf("%d classes in %s%n", names.size(), list);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One start, without the classes loaded early: the log of the classes it loaded. */
    private static Path start(Path app, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        int port = freePort();
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-Dearly-classes=false",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        app.resolve("quarkus-run.jar").toString(),
                        "--data-dir",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
        try {
            awaitReady(service, port);
        } finally {
            service.destroyForcibly();
            service.waitFor(10, TimeUnit.SECONDS);
        }
        return log;
    }

    private static void awaitReady(Process service, int port) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (int i = 0; i < 1_200 && service.isAlive(); i++) {
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("the service does not get ready");
    }

    private static List<String> names(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(match -> match.group(1))
                    .dropWhile(name -> !name.equals(FIRST))
                    .skip(1)
                    .filter(name -> !name.contains("$$Lambda") && !name.contains("GeneratedMethodAccessor"))
                    .distinct()
                    .toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
