import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.thresher.data.SampleTable;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.search.RandomSampler;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Measurement;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.Lease;
import io.thresher.worker.LeaseDesk;
import io.thresher.worker.WorkerPool;
import io.thresher.worker.local.LocalWorkers;
import io.thresher.worker.local.WorkerOptions;
import io.thresher.worker.process.DeviceSetting;
import io.thresher.worker.protocol.LeaseRequest;
import io.thresher.worker.protocol.Measurements;
import io.thresher.worker.protocol.OutcomeMessage;
import io.thresher.worker.protocol.Verdict;
import io.thresher.worker.protocol.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * What a worker's process holds in memory over many trials of all families: one real worker, started as the service
 * starts it, works off trials that this process hands out.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" \
 *     src/bench/java/WorkerMemory.java [trials [rows [search space]]]
 * </pre>
 *
 * <p>Each line comes after twenty trials, with the worker idle: resident memory then, its peak since the line before, and
 * files in the worker's folder. The configurations are drawn from {@code search-spaces/default.yaml}, family by family.
 */
final class WorkerMemory {
    private static final int EVERY = 20;
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final String DATASET = "0123456789abcdef";
    private static final DataPlan PLAN =
            new DataPlan(DATASET, SampleTable.TARGET, RepairRecipe.NONE, new Validation.KFold(3), 0);

    private final LeaseDesk desk = new LeaseDesk(Clock.systemUTC(), 1, Duration.ofMinutes(5), worker -> {});
    private final Path dataset;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private WorkerMemory(Path dataset) {
        this.dataset = dataset;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        Path space = Path.of(arguments.length > 2 ? arguments[2] : "search-spaces/default.yaml");
        Path folder = Files.createTempDirectory("thresher-memory");
        try {
            Path csv = folder.resolve("sample.csv");
            SampleTable.write(csv, rows, new Seed(1));
            DatasetFiles.ingest(csv, folder.resolve("dataset"), IngestLimits.DEFAULT);
            new WorkerMemory(folder.resolve("dataset")).measure(folder, trials, space);
        } finally {
            delete(folder);
        }
    }

    private void measure(Path folder, int trials, Path spaceFile) throws IOException, InterruptedException {
        SearchSpace space = SearchSpaceYaml.parse("memory", Files.readString(spaceFile));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(Wire.PATH, this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "thresher-cache");
        WorkerOptions options =
                new WorkerOptions(1, 1024, DeviceSetting.CPU, Optional.empty(), folder.resolve("workers"), cache);
        URI service = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (LocalWorkers workers = new LocalWorkers(options, service, "token", (worker, reason, message) -> {
            desk.lost(worker, reason, message);
            System.out.println(worker + " is gone: " + message);
        })) {
            workers.start();
            System.out.printf("|trials|resident MiB, idle|peak MiB since|files|outcomes|%n|---|---|---|---|---|%n");
            for (int number = 0; number < trials; number++) {
                run(number, configuration(space, number));
                if ((number + 1) % EVERY == 0) {
                    report(number + 1, options.folder());
                }
            }
        } finally {
            server.stop(0);
        }
    }

    /** Families in turn, each with values drawn for it. */
    private static Configuration configuration(SearchSpace space, int number) {
        String family = space.families().get(number % space.families().size()).family();
        SearchSpace alone = space.only(List.of(family)).orElseThrow();
        return new RandomSampler(alone, new Seed(5))
                .suggest(number, List.of(), List.of())
                .orElse(new Configuration(family, Map.of()));
    }

    private void run(int number, Configuration configuration) throws InterruptedException {
        Objective objective = Objective.of(Task.BINARY);
        CountDownLatch over = new CountDownLatch(1);
        TrialSpec trial = new TrialSpec(
                "memory",
                number,
                PLAN,
                objective,
                1,
                configuration,
                FoldRace.NONE,
                Optional.empty(),
                Duration.ofMinutes(10));
        desk.submit(trial, new WorkerPool.Observer() {
            @Override
            public void started(TrialSpec started, String worker) {}

            @Override
            public boolean measured(TrialSpec measured, Measurement measurement) {
                return true;
            }

            @Override
            public void ended(TrialSpec ended, TrialOutcome outcome) {
                outcomes.merge(outcome.state() + " " + configuration.family(), 1, Integer::sum);
                outcome.match(
                        good -> good,
                        failed -> {
                            System.out.println(failed.message());
                            return failed;
                        },
                        pruned -> pruned,
                        cancelled -> cancelled);
                over.countDown();
            }
        });
        over.await();
    }

    private void report(int trials, Path workers) throws IOException, InterruptedException {
        Thread.sleep(IDLE.toMillis());
        ProcessHandle worker = ProcessHandle.current().children().findFirst().orElseThrow();
        Path status = Path.of("/proc/" + worker.pid() + "/status");
        long files;
        try (Stream<Path> found = Files.walk(workers)) {
            files = found.filter(Files::isRegularFile).count();
        }
        System.out.printf(
                "|%d|%d|%d|%d|%s|%n", trials, mebibytes(status, "VmRSS"), mebibytes(status, "VmHWM"), files, outcomes);
        outcomes.clear();
        // Makes the peak start anew.
        Files.writeString(Path.of("/proc/" + worker.pid() + "/clear_refs"), "5");
    }

    private static long mebibytes(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** The worker's end of the protocol. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(Wire.PATH.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = path.contains("/files/") ? "" : new String(body, StandardCharsets.UTF_8);
        String[] parts = path.split("/");
        if (path.startsWith("/datasets/")) {
            send(exchange, 200, Files.readAllBytes(dataset.resolve(parts[3])));
        } else if (path.equals("/leases")) {
            Optional<Lease> lease = lease(Wire.read(text, LeaseRequest.class).worker());
            send(
                    exchange,
                    lease.isPresent() ? 200 : 204,
                    lease.map(WorkerMemory::json).orElse(new byte[0]));
        } else if (path.endsWith("/renewal")) {
            send(exchange, 200, json(new Verdict(desk.renew(parts[2]))));
        } else if (path.endsWith("/measurements")) {
            boolean goOn =
                    desk.measure(parts[2], Wire.read(text, Measurements.class).measurements());
            send(exchange, 200, json(new Verdict(goOn)));
        } else {
            if (path.endsWith("/outcome")) {
                desk.finish(parts[2], Wire.read(text, OutcomeMessage.class).outcome());
            }
            send(exchange, 204, new byte[0]);
        }
    }

    private Optional<Lease> lease(String worker) {
        try {
            return desk.lease(worker, Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static byte[] json(Object message) {
        return Wire.write(message).getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
        exchange.close();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
