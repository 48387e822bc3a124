import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How quick the service itself is, from outside.
 *
 * <pre>
 * java src/bench/java/ServiceFigures.java [app-folder [insights]]
 * java src/bench/java/ServiceFigures.java target/quarkus-app
 * </pre>
 *
 * <p>Measured, each beside its bound:
 *
 * <ul>
 *   <li>start to ready: from starting the process to the first 200 of {@code /q/health/ready}; median of 5 starts, each
 *       on an empty data folder (schema and native libraries included);
 *   <li>first trial: from submitting the first job of a fresh service to a job that shows a succeeded trial, on 10,000
 *       rows × 20 features and a binary target; median of 3 services;
 *   <li>first load of {@code /}, of a dataset page and of the page of a search with 10,000 trials: the page and the
 *       scripts and styles it names, one after the other, nothing cached, compressed as sent; median of 20 after one.
 *       What a browser then takes to draw it is not in it;
 *   <li>leaderboard with 10,000 trials, pages of 50: the first, the middle and the last page, reached by following
 *       {@code nextPageToken}; median of 30 each;
 *   <li>what is told of a table of 100,000 rows × 50 columns: its profile, its profile against a target, its issues,
 *       each asked for the first time after an upload; median of 3 uploads to one service.
 * </ul>
 *
 * <p>The 10,000 trials are copies of a real one, with scores of their own, written into the H2 file while the service is
 * stopped. Takes three to four minutes; only a quiet machine gives figures worth keeping.
 */
public final class ServiceFigures {
    private static final int TRIALS = 10_000;
    private static final int PAGE_SIZE = 50;
    private static final String JOBS = "/api/v1/search-jobs";
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"?(/[^\"> ]+\\.(?:js|css|woff2)[^\"> ]*)");

    private final Path app;
    private final Path folder;

    private ServiceFigures(Path app, Path folder) {
        this.app = app;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path app = Path.of(arguments.length > 0 ? arguments[0] : "target/quarkus-app");
        Path folder = Files.createTempDirectory("thresher-figures");
        try {
            ServiceFigures figures = new ServiceFigures(app, folder);
            System.out.printf(
                    "%d cores, Java %s%n%n| figure | measured | bound | each |%n|---|---|---|---|%n",
                    Runtime.getRuntime().availableProcessors(), Runtime.version());
            if (arguments.length > 1 && arguments[1].equals("insights")) {
                figures.insights();
                return;
            }
            figures.start();
            figures.firstTrial();
            figures.pagesAndLeaderboard();
            figures.insights();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void start() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (Service service = Service.start(app, folder.resolve("start" + i))) {
                seconds.add(service.startSeconds);
            }
        }
        print("start to ready, s", seconds, "≤ 4", "");
    }

    private void firstTrial() throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<String> families = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (Service service = Service.start(app, folder.resolve("first" + i))) {
                String dataset = service.upload(table(10_000));
                long submitted = System.nanoTime();
                String job = service.submit(dataset, "{\"time\":\"PT60S\"}");
                String seen = service.await(job, "\"succeeded\":[1-9]");
                seconds.add((System.nanoTime() - submitted) / 1e9);
                families.add(text(seen, "family").orElse("?"));
                service.post(JOBS + "/" + job + "/cancel", "application/json", "");
            }
        }
        print("first trial on 10,000 × 20, s", seconds, "≤ 5", " " + families);
    }

    private void pagesAndLeaderboard() throws Exception {
        Path data = folder.resolve("many");
        String dataset;
        String job;
        try (Service service = Service.start(app, data)) {
            dataset = service.upload(table(500));
            job = service.submit(dataset, "{\"trials\":1}");
            service.await(job, "\"state\":\"(SUCCEEDED|FAILED|CANCELLED)\"");
        }
        addTrials(data, job);
        try (Service service = Service.start(app, data)) {
            page(service, "/", "home page");
            page(service, "/datasets/" + dataset, "dataset page");
            page(service, "/searches/" + job, "search page, 10,000 trials");
            leaderboard(service, JOBS + "/" + job + "/leaderboard?pageSize=" + PAGE_SIZE);
        }
    }

    private void insights() throws Exception {
        List<List<Double>> seconds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Service service = Service.start(app, folder.resolve("insights"))) {
            for (int i = 0; i < 3; i++) {
                String dataset = "/api/v1/datasets/" + service.upload(table(100_000, 49, i));
                List<String> asked = List.of("/profile", "/profile?target=target", "/issues?target=target");
                for (int j = 0; j < asked.size(); j++) {
                    long begin = System.nanoTime();
                    service.text(dataset + asked.get(j));
                    seconds.get(j).add((System.nanoTime() - begin) / 1e9);
                }
            }
        }
        print("profile of 100,000 × 50, s", seconds.get(0), "≤ 5", "");
        print("profile of 100,000 × 50 against a target, s", seconds.get(1), "≤ 5", "");
        print("issues of 100,000 × 50, s", seconds.get(2), "≤ 5", "");
    }

    private static void page(Service service, String path, String name) throws Exception {
        List<Double> millis = new ArrayList<>();
        int bytes = 0;
        int requests = 0;
        for (int i = 0; i < 21; i++) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> page = service.get(path, "gzip");
            bytes = page.body().length;
            requests = 1;
            for (String asset : assets(service.plain(page))) {
                bytes += service.get(asset, "gzip").body().length;
                requests++;
            }
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        double warmUp = millis.remove(0);
        System.out.printf(
                "| first load, %s, ms | %.1f | ≤ 300 | %.0f–%.0f, the very first %.0f; %d KiB in %d requests |%n",
                name,
                median(millis),
                millis.stream().min(Comparator.naturalOrder()).orElseThrow(),
                millis.stream().max(Comparator.naturalOrder()).orElseThrow(),
                warmUp,
                bytes / 1024,
                requests);
    }

    private static List<String> assets(String html) {
        return ASSET.matcher(html)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static void leaderboard(Service service, String first) throws Exception {
        List<String> pages = new ArrayList<>(List.of(first));
        int rows = 0;
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            String page = service.text(pages.get(pages.size() - 1));
            rows += page.split("\"rank\":", -1).length - 1;
            token = text(page, "nextPageToken");
            token.ifPresent(next -> pages.add(first + "&pageToken=" + next));
        }
        if (rows != TRIALS) {
            throw new IllegalStateException("the pages hold %d rows, not %d".formatted(rows, TRIALS));
        }
        query(service, pages.get(0), "first");
        query(service, pages.get(pages.size() / 2), "middle");
        query(service, pages.get(pages.size() - 1), "last");
    }

    private static void query(Service service, String path, String which) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long begin = System.nanoTime();
            service.text(path);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        System.out.printf(
                "| leaderboard of 10,000, %s page, ms | %.1f | ≤ 50 | %.1f–%.1f |%n",
                which,
                median(millis),
                millis.stream().min(Comparator.naturalOrder()).orElseThrow(),
                millis.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    /** Fills the job up to 10,000 trials that succeeded. */
    private void addTrials(Path data, String job) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {h2()});
                Connection connection = connect(loader, data);
                Statement statement = connection.createStatement()) {
            int added = statement.executeUpdate("""
                    insert into trial (job, number, family, configuration, state, score, loss, score_std, fold_scores,
                        train_seconds, predict_micros_per_row, model_bytes, worker, queued_at, started_at, ended_at)
                    select t.job, r.x, t.family, t.configuration, t.state, t.score - r.x * 1e-6, t.loss + r.x * 1e-6,
                        t.score_std, t.fold_scores, t.train_seconds, t.predict_micros_per_row, t.model_bytes, t.worker,
                        t.queued_at, t.started_at, t.ended_at
                    from trial t, system_range(1, %d) r
                    where t.job = '%s' and t.number = 0 and t.state = 'SUCCEEDED'
                    """.formatted(TRIALS - 1, job));
            if (added != TRIALS - 1) {
                throw new IllegalStateException("the job's first trial did not succeed: there is nothing to copy");
            }
        }
    }

    private static Connection connect(ClassLoader loader, Path data) throws ReflectiveOperationException, SQLException {
        Driver driver = (Driver)
                loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
        return driver.connect("jdbc:h2:file:" + data.resolve("thresher").toAbsolutePath(), new Properties());
    }

    private URL h2() throws IOException {
        try (Stream<Path> jars = Files.list(app.resolve("lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("com.h2database.h2-"))
                    .findFirst()
                    .orElseThrow()
                    .toUri()
                    .toURL();
        }
    }

    private static String table(int rows) {
        return table(rows, 20, 1);
    }

    /** 14 numbers in 20 columns, else categories, some values missing; a binary target that depends on some of them. */
    private static String table(int rows, int columns, int seed) {
        Random random = new Random(seed);
        String header = IntStream.range(0, columns)
                .mapToObj(column -> (column % 20 < 14 ? "number" : "category") + column)
                .collect(Collectors.joining(","));
        StringBuilder csv = new StringBuilder(header).append(",target\n");
        for (int row = 0; row < rows; row++) {
            double signal = random.nextGaussian();
            for (int column = 0; column < columns; column++) {
                double value = random.nextGaussian();
                signal += column % 5 == 0 ? value : 0;
                String cell = column % 20 < 14 ? "%.4f".formatted(value) : "level" + (int) (4 + 2 * value);
                csv.append(random.nextInt(20) == 0 ? "" : cell).append(',');
            }
            csv.append(signal > 0 ? "yes" : "no").append('\n');
        }
        return csv.toString();
    }

    private static void print(String figure, List<Double> values, String bound, String more) {
        String each = values.stream().map("%.2f"::formatted).collect(Collectors.joining(", "));
        System.out.printf("| %s | %.2f | %s | %s%s |%n", figure, median(values), bound, each, more);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The first value of a text field of that name in JSON; the fields read here hold no escapes. */
    private static Optional<String> text(String json, String name) {
        Matcher found = Pattern.compile("\"%s\":\"([^\"]*)\"".formatted(name)).matcher(json);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The packaged application in a process of its own. */
    private static final class Service implements AutoCloseable {
        private static final Duration LIMIT = Duration.ofSeconds(300);
        private final HttpClient http = HttpClient.newHttpClient();
        private final Process process;
        private final String base;
        private double startSeconds;

        private Service(Process process, String base) {
            this.process = process;
            this.base = base;
        }

        static Service start(Path app, Path data) throws Exception {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Files.createDirectories(data);
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dthresher.data-dir=" + data,
                            "-Dquarkus.http.port=" + port,
                            "-jar",
                            app.resolve("quarkus-run.jar").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log").toFile());
            long begin = System.nanoTime();
            Service service = new Service(builder.start(), "http://127.0.0.1:" + port);
            Runtime.getRuntime().addShutdownHook(new Thread(service.process::destroyForcibly));
            while (!service.isReady()) {
                if (!service.process.isAlive() || System.nanoTime() - begin > LIMIT.toNanos()) {
                    service.close();
                    throw new IllegalStateException(
                            "the service does not start\n" + Files.readString(data.resolve("log")));
                }
                Thread.sleep(10);
            }
            service.startSeconds = (System.nanoTime() - begin) / 1e9;
            return service;
        }

        private boolean isReady() throws InterruptedException {
            try {
                get("/q/health/ready", "identity");
                return true;
            } catch (IOException | IllegalStateException e) {
                return false;
            }
        }

        String upload(String csv) throws IOException, InterruptedException {
            String boundary = "thresher-figures-boundary";
            String form = "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"generated.csv\"\r\n"
                            .formatted(boundary)
                    + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n".formatted(csv, boundary);
            String answer = post("/api/v1/datasets", "multipart/form-data; boundary=" + boundary, form);
            return ServiceFigures.text(answer, "id").orElseThrow();
        }

        String submit(String dataset, String budget) throws IOException, InterruptedException {
            String request =
                    "{\"dataset\":\"%s\",\"target\":\"target\",\"budget\":%s,\"seed\":1}".formatted(dataset, budget);
            return ServiceFigures.text(post(JOBS, "application/json", request), "id")
                    .orElseThrow();
        }

        /** Polls the job until its JSON has the pattern in it. */
        String await(String job, String pattern) throws IOException, InterruptedException {
            long begin = System.nanoTime();
            Pattern wanted = Pattern.compile(pattern);
            while (System.nanoTime() - begin < LIMIT.toNanos()) {
                String seen = text(JOBS + "/" + job);
                if (wanted.matcher(seen).find()) {
                    return seen;
                }
                Thread.sleep(20);
            }
            throw new IllegalStateException("waited too long for %s: %s".formatted(pattern, text(JOBS + "/" + job)));
        }

        String post(String path, String type, String body) throws IOException, InterruptedException {
            return plain(send(HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body))));
        }

        String text(String path) throws IOException, InterruptedException {
            return plain(get(path, "identity"));
        }

        HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Encoding", encoding));
        }

        String plain(HttpResponse<byte[]> response) throws IOException {
            byte[] body = response.body();
            boolean packed = response.headers().firstValue("content-encoding").equals(Optional.of("gzip"));
            if (packed) {
                body = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes();
            }
            return new String(body, StandardCharsets.UTF_8);
        }

        private HttpResponse<byte[]> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
            HttpRequest request = builder.timeout(Duration.ofMinutes(2)).build();
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri().getPath(), response.statusCode(), plain(response)));
            }
            return response;
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
