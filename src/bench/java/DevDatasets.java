import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a search reaches on each development dataset, through REST as a user would go: upload, submit, poll, export,
 * predict, score against the held-out answers.
 *
 * <pre>
 * java src/bench/java/DevDatasets.java [app-folder] [shared-folder] [seconds] [--strategies a,b,…] [--seed n] [dataset…]
 * java src/bench/java/DevDatasets.java target/quarkus-app ../shared 60 titanic auto_imports
 * java src/bench/java/DevDatasets.java target/quarkus-app ../shared 60 --strategies engine,random,portfolio
 * </pre>
 *
 * <p>With several strategies each dataset is searched with each of them, without knowledge of earlier searches, and the last
 * table tells how often the first one has the better test score.
 *
 * <p>The second table tells how soon a search had its gain: what share of the final gain in cross-validation the best
 * trial so far had after 5, 10, 20 and 50 % of the budget. The gain is counted from the constant model, and, more
 * severely, from the best of the simple models (constant, linear, XGBoost with its first configuration).
 *
 * <p>Measured: the score on {@code test.csv} beside what the peers of {@code data/peers.md} reach; the wall time from
 * submitting to the final state; the time from submitting to the first trial that succeeded; the size of the exported
 * file. The summary counts jobs that ended within the budget plus {@code max(1 s, 2 %)} and trials that failed for a
 * reason other than their configuration. Workers compare file and in-JVM pipeline (1e-5) when they hand a model in;
 * where they differ, the trial fails as EXPORT_MISMATCH and is counted here. Takes a little more than the budget per
 * dataset; only a quiet machine gives figures worth keeping.
 */
public final class DevDatasets {
    private static final Map<String, String> METRICS = Map.of("auc", "roc_auc", "logloss", "log_loss", "rmse", "rmse");
    /** Free text only: run when named. */
    private static final List<String> NOT_PLAIN = List.of("sms_spam");
    /** Reasons that a configuration alone can bring about. */
    private static final List<String> BY_CONFIGURATION = List.of("DIVERGED", "INFEASIBLE", "TIMEOUT");

    private static final List<String> FINAL = List.of("SUCCEEDED", "FAILED", "CANCELLED");
    /** A job that is not over this long after its budget is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Families whose first trials are simple models. */
    private static final List<String> SIMPLE = List.of("baseline", "linear", "xgboost");
    /** Shares of the budget after which the gain so far is told. */
    private static final double[] MOMENTS = {0.05, 0.1, 0.2, 0.5};

    private final Service service;
    private final Path data;
    private final Duration budget;
    private final long seed;
    /** Whether searches may start from what was best in earlier ones. */
    private final boolean warm;

    private final Map<String, Map<String, String>> peers;

    private DevDatasets(Service service, Path data, Duration budget, long seed, boolean warm) throws IOException {
        this.service = service;
        this.data = data;
        this.budget = budget;
        this.seed = seed;
        this.warm = warm;
        this.peers = peers(data.resolve("peers.md"));
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        List<String> given = new ArrayList<>(List.of(arguments));
        List<String> strategies =
                List.of(option(given, "--strategies").orElse("engine").split(","));
        long seed = Long.parseLong(option(given, "--seed").orElse("1"));
        Path app = Path.of(given.size() > 0 ? given.get(0) : "target/quarkus-app");
        Path data = Path.of(given.size() > 1 ? given.get(1) : "../shared").resolve("data");
        Duration budget = Duration.ofSeconds(given.size() > 2 ? Long.parseLong(given.get(2)) : 60);
        List<Dataset> datasets = datasets(data.resolve("dev"), given.subList(Math.min(3, given.size()), given.size()));
        try (Service service = Service.start(app)) {
            DevDatasets bench = new DevDatasets(service, data, budget, seed, strategies.size() == 1);
            Map<String, List<Result>> results = new LinkedHashMap<>();
            for (Dataset dataset : datasets) {
                for (String strategy : strategies) {
                    Result result = bench.run(dataset, strategy);
                    result.remarks().forEach(remark -> System.out.println(dataset.name() + ": " + remark));
                    System.out.println(bench.row(result));
                    results.computeIfAbsent(strategy, name -> new ArrayList<>()).add(result);
                }
            }
            results.forEach((strategy, ofStrategy) -> {
                System.out.printf("%nstrategy %s, seed %d%n", strategy, seed);
                bench.report(ofStrategy);
                bench.reportGains(ofStrategy);
            });
            bench.compare(results);
        }
    }

    /** The value of an option, which is taken out of the arguments. */
    private static Optional<String> option(List<String> arguments, String name) {
        int place = arguments.indexOf(name);
        if (place < 0) {
            return Optional.empty();
        }
        arguments.remove(place);
        return Optional.of(arguments.remove(place));
    }

    private Result run(Dataset dataset, String strategy) {
        Result result = new Result(dataset, strategy);
        try {
            search(dataset, result);
        } catch (IOException | RuntimeException e) {
            result.remarks().add("gave up: " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }

    private void search(Dataset dataset, Result result) throws IOException, InterruptedException {
        Json table = service.upload(dataset.folder().resolve("train.csv"), dataset.name());
        String target = dataset.target()
                .orElseGet(() -> table.at("columns").last().at("name").text());
        Instant submitted = Instant.now();
        Json job = service.submit(table.at("id").text(), target, budget, result.strategy, seed, warm);
        String path = "/api/v1/search-jobs/" + job.at("id").text();
        while (!FINAL.contains(job.at("state").text())) {
            if (Instant.now().isAfter(submitted.plus(budget).plus(PATIENCE))) {
                throw new IllegalStateException("still %s long after the budget"
                        .formatted(job.at("state").text()));
            }
            Thread.sleep(100);
            job = service.get(path);
        }
        result.wall = seconds(Duration.between(submitted, Instant.now()));
        result.state = job.at("state").text();
        checkProposal(dataset, job, result);
        trials(path, submitted, result);
        job.find("error").ifPresent(error -> result.remarks().add("job failed: " + error.text()));
        job.find("best").ifPresent(best -> {
            result.family = best.at("family").text();
            result.cvScore = best.at("score").number();
        });
        if (job.find("model").isEmpty()) {
            result.remarks().add(result.state + " without a model");
            return;
        }
        Json model = job.at("model");
        String version = "/api/v1/models/%s/versions/%d"
                .formatted(model.at("name").text(), (int) model.at("version").number());
        result.modelBytes = service.bytes(version + "/export?format=onnx").length;
        if (result.modelBytes == 0) {
            result.remarks().add("the exported file is empty");
        }
        String answer = service.predict(version + "/predict", dataset.folder().resolve("test.csv"));
        List<List<String>> truth = Csv.read(Files.readString(dataset.folder().resolve("test_target.csv")));
        result.testScore = Score.of(dataset.metric(), Csv.read(answer), truth);
        delivered(job, dataset, truth, result);
    }

    /** What the delivered model is made of, what it is expected to score, and what its best trial scores alone. */
    private void delivered(Json job, Dataset dataset, List<List<String>> truth, Result result)
            throws IOException, InterruptedException {
        Optional<Json> delivered = job.find("delivered");
        if (delivered.isEmpty()) {
            return;
        }
        result.members = delivered.get().at("members").items().size();
        delivered.get().find("correctedScore").ifPresent(corrected -> {
            result.expected = corrected.at("estimate").number();
            result.low = corrected.at("low").number();
            result.high = corrected.at("high").number();
        });
        int best = (int) job.at("best").at("trial").number();
        List<List<String>> alone = Csv.read(
                service.predictAlone(job.at("id").text(), best, dataset.folder().resolve("test.csv")));
        result.bestTestScore = Score.of(dataset.metric(), alone, truth);
    }

    private static void checkProposal(Dataset dataset, Json job, Result result) {
        String proposed = job.at("task").text() + "/" + job.at("metric").text();
        String expected = dataset.task() + "/" + METRICS.get(dataset.metric());
        if (!proposed.equals(expected)) {
            result.remarks().add("proposed %s, expected %s".formatted(proposed, expected));
        }
    }

    private void trials(String job, Instant submitted, Result result) throws IOException, InterruptedException {
        Optional<String> token = Optional.empty();
        do {
            Json page = service.get(job + "/trials?pageSize=1000"
                    + token.map(text -> "&pageToken=" + text).orElse(""));
            for (Json trial : page.at("items").items()) {
                count(trial, submitted, result);
            }
            token = page.find("nextPageToken").map(Json::text);
        } while (token.isPresent());
    }

    private static void count(Json trial, Instant submitted, Result result) {
        String state = trial.at("state").text();
        result.trials.merge(state, 1, Integer::sum);
        if (state.equals("SUCCEEDED")) {
            Instant ended = Instant.parse(trial.at("endedAt").text());
            double after = seconds(Duration.between(submitted, ended));
            result.firstTrial = Math.min(result.firstTrial, after);
            result.scored.add(new Scored(
                    (int) trial.at("trial").number(),
                    trial.at("family").text(),
                    after,
                    trial.at("score").number()));
        }
        if (state.equals("FAILED") || state.equals("INFEASIBLE")) {
            String reason = trial.find("reason").map(Json::text).orElse("no reason");
            result.failures.merge(reason, 1, Integer::sum);
            result.remarks()
                    .add("trial %d of %s %s, %s: %s %s"
                            .formatted(
                                    (int) trial.at("trial").number(),
                                    trial.at("family").text(),
                                    state,
                                    reason,
                                    trial.find("message").map(Json::text).orElse(""),
                                    trial.at("configuration").value()));
        }
    }

    private String row(Result result) {
        Map<String, String> others = peers.getOrDefault(result.dataset.name(), Map.of());
        return "| "
                + String.join(
                        " | ",
                        result.dataset.name(),
                        result.dataset.metric(),
                        score(result.testScore),
                        score(result.bestTestScore),
                        others.getOrDefault("H2O", "—"),
                        others.getOrDefault("FLAML", "—"),
                        others.getOrDefault("forest", "—"),
                        score(result.cvScore),
                        "%s (%s to %s)".formatted(score(result.expected), score(result.low), score(result.high)),
                        String.valueOf(result.members),
                        result.family,
                        result.trials.entrySet().stream()
                                .map(entry ->
                                        entry.getValue() + " " + entry.getKey().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                        tenths(result.wall),
                        tenths(result.firstTrial),
                        String.valueOf((result.modelBytes + 1023) / 1024))
                + " |";
    }

    private void report(List<Result> results) {
        System.out.printf(
                "%n| dataset | metric | test score | of best trial alone | H2O | FLAML | forest | CV score | expected (95 %%)"
                        + " | members | best family | trials | wall s | first trial s | model KiB |%n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|%n");
        results.forEach(result -> System.out.println(row(result)));
        double limit = seconds(budget) + Math.max(1, 0.02 * seconds(budget));
        Map<String, Integer> failures = new TreeMap<>();
        results.forEach(result -> result.failures.forEach((reason, n) -> failures.merge(reason, n, Integer::sum)));
        int crashed = failures.entrySet().stream()
                .filter(failure -> !BY_CONFIGURATION.contains(failure.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.printf(
                "%nbudget %.0f s, %d cores, Java %s%n",
                seconds(budget), Runtime.getRuntime().availableProcessors(), Runtime.version());
        System.out.printf("jobs that ended within %.1f s: %s%n", limit, share(results, result -> result.wall <= limit));
        System.out.printf(
                "jobs that delivered a model and were scored: %s%n",
                share(results, result -> result.modelBytes > 0 && Double.isFinite(result.testScore)));
        System.out.printf(
                "trials that failed: %s; for a reason other than their configuration: %d%n", failures, crashed);
        System.out.printf("file and in-JVM pipeline differ: %d%n", failures.getOrDefault("EXPORT_MISMATCH", 0));
        List<String> complaints = service.complaints();
        System.out.printf("warnings and errors in the service's log: %d%n", complaints.size());
        complaints.stream().limit(20).forEach(System.out::println);
    }

    /** How soon the searches had what they gained. */
    private void reportGains(List<Result> results) {
        System.out.printf("%n| dataset | gain from the constant at 5, 10, 20, 50 %% of the time |"
                + " from the best simple model | s to 95 %% of the latter |%n|---|---|---|---|%n");
        for (Result result : results) {
            System.out.printf(
                    "| %s | %s | %s | %s |%n",
                    result.dataset.name(),
                    gains(result, result.simple(List.of("baseline"))),
                    gains(result, result.simple(SIMPLE)),
                    tenths(result.secondsTo(0.95, result.simple(SIMPLE))));
        }
        System.out.printf(
                "searches with 95 %% of the gain after 20 %% of the time: from the constant %s; from the best simple model"
                        + " %s%n",
                share(
                        results,
                        result -> result.gain(0.2 * seconds(budget), result.simple(List.of("baseline"))) >= 0.95),
                share(results, result -> result.gain(0.2 * seconds(budget), result.simple(SIMPLE)) >= 0.95));
    }

    private String gains(Result result, double from) {
        return java.util.Arrays.stream(MOMENTS)
                .mapToObj(moment -> "%.0f %%".formatted(100 * result.gain(moment * seconds(budget), from)))
                .collect(Collectors.joining(", "));
    }

    /** Test scores of the strategies side by side, and how often the first is better than each of the others. */
    private void compare(Map<String, List<Result>> results) {
        List<String> strategies = List.copyOf(results.keySet());
        if (strategies.size() < 2) {
            return;
        }
        System.out.printf(
                "%n| dataset | metric | %s |%n|---|---|%s%n",
                String.join(" | ", strategies), "---|".repeat(strategies.size()));
        List<Result> first = results.get(strategies.get(0));
        for (int i = 0; i < first.size(); i++) {
            int place = i;
            System.out.printf(
                    "| %s | %s | %s |%n",
                    first.get(i).dataset.name(),
                    first.get(i).dataset.metric(),
                    strategies.stream()
                            .map(strategy -> score(results.get(strategy).get(place).testScore))
                            .collect(Collectors.joining(" | ")));
        }
        for (String other : strategies.subList(1, strategies.size())) {
            Map<Dataset, Result> others = results.get(other).stream()
                    .collect(Collectors.toMap(result -> result.dataset, Function.identity()));
            System.out.printf(
                    "%s has the better test score than %s: %s%n",
                    strategies.get(0),
                    other,
                    share(
                            first,
                            result -> result.testLoss()
                                    < others.get(result.dataset).testLoss()));
        }
    }

    private static String share(List<Result> results, Function<Result, Boolean> holds) {
        List<String> broken = results.stream()
                .filter(result -> !holds.apply(result))
                .map(result -> result.dataset.name())
                .toList();
        return "%d of %d%s"
                .formatted(results.size() - broken.size(), results.size(), broken.isEmpty() ? "" : ", not " + broken);
    }

    /** Four decimals below 20, as the peers' table has them; fewer above. */
    private static String score(double score) {
        return !Double.isFinite(score)
                ? "—"
                : (Math.abs(score) < 20 ? "%.4f" : Math.abs(score) < 1000 ? "%.2f" : "%.0f").formatted(score);
    }

    private static String tenths(double seconds) {
        return Double.isFinite(seconds) ? "%.1f".formatted(seconds) : "—";
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static List<Dataset> datasets(Path folder, List<String> named) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            List<Dataset> all = folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Dataset::read)
                    .toList();
            List<String> names = all.stream().map(Dataset::name).toList();
            if (!names.containsAll(named)) {
                throw new IllegalArgumentException("datasets are %s, got %s".formatted(names, named));
            }
            return all.stream()
                    .filter(dataset -> named.isEmpty()
                            ? dataset.core() && !NOT_PLAIN.contains(dataset.name())
                            : named.contains(dataset.name()))
                    .toList();
        }
    }

    /** Scores of the others by dataset and short name, read from the table in {@code peers.md}. */
    private static Map<String, Map<String, String>> peers(Path file) throws IOException {
        Map<String, Map<String, String>> peers = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\\s*\\|\\s*");
            if (cells.length >= 7 && cells[3].matches("[0-9.]+ \\(.*")) {
                peers.put(
                        cells[1], Map.of("H2O", first(cells[3]), "FLAML", first(cells[4]), "forest", first(cells[6])));
            }
        }
        return peers;
    }

    private static String first(String cell) {
        return cell.replaceFirst(" .*", "");
    }

    /** A folder of {@code data/dev}; no target name means that the target is the last column. */
    private record Dataset(
            Path folder, String name, String task, String metric, Optional<String> target, boolean core) {
        static Dataset read(Path folder) {
            try {
                Json meta = Json.parse(Files.readString(folder.resolve("meta.json")));
                return new Dataset(
                        folder,
                        meta.at("name").text(),
                        meta.at("task").text(),
                        meta.at("metric").text(),
                        meta.find("target").map(Json::text),
                        meta.at("core").value().equals(true));
            } catch (IOException e) {
                throw new IllegalStateException(folder + ": " + e.getMessage(), e);
            }
        }
    }

    /** A trial that succeeded. */
    private record Scored(int trial, String family, double seconds, double score) {}

    /** What is known of one dataset so far; filled in as the search goes on. */
    private static final class Result {
        private final Dataset dataset;
        private final String strategy;
        private final List<Scored> scored = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private final Map<String, Integer> trials = new TreeMap<>(Comparator.reverseOrder());
        private final Map<String, Integer> failures = new TreeMap<>();
        private String state = "—";
        private String family = "—";
        private double wall = Double.POSITIVE_INFINITY;
        private double firstTrial = Double.POSITIVE_INFINITY;
        private double cvScore = Double.NaN;
        private double testScore = Double.NaN;
        private double bestTestScore = Double.NaN;
        private double expected = Double.NaN;
        private double low = Double.NaN;
        private double high = Double.NaN;
        private int members;
        private int modelBytes;

        Result(Dataset dataset, String strategy) {
            this.dataset = dataset;
            this.strategy = strategy;
        }

        /** Loss of the best first trial of these families; NaN if none succeeded. */
        double simple(List<String> families) {
            return families.stream()
                    .flatMap(family -> scored.stream()
                            .filter(trial -> trial.family().equals(family))
                            .min(Comparator.comparingInt(Scored::trial))
                            .stream())
                    .mapToDouble(trial -> loss(trial.score()))
                    .min()
                    .orElse(Double.NaN);
        }

        /** Share of the final gain over a loss that the best trial had by then; 1 where nothing was gained. */
        double gain(double seconds, double from) {
            double all = from - best(Double.POSITIVE_INFINITY);
            return all <= 0 ? 1 : Math.max(0, (from - best(seconds)) / all);
        }

        /** After how many seconds that share of the gain was there. */
        double secondsTo(double share, double from) {
            return scored.stream()
                    .mapToDouble(Scored::seconds)
                    .sorted()
                    .filter(seconds -> gain(seconds, from) >= share)
                    .findFirst()
                    .orElse(Double.NaN);
        }

        double testLoss() {
            return Double.isNaN(testScore) ? Double.POSITIVE_INFINITY : loss(testScore);
        }

        private double best(double seconds) {
            return scored.stream()
                    .filter(trial -> trial.seconds() <= seconds)
                    .mapToDouble(trial -> loss(trial.score()))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        private double loss(double score) {
            return dataset.metric().equals("auc") ? -score : score;
        }

        List<String> remarks() {
            return remarks;
        }
    }

    /** The metrics of the peers' table. */
    private static final class Score {
        static double of(String metric, List<List<String>> answer, List<List<String>> truth) {
            List<String> labels = answer.get(0);
            List<List<String>> rows = answer.subList(1, answer.size());
            List<String> expected =
                    truth.stream().skip(1).map(record -> record.get(0)).toList();
            if (rows.size() != expected.size()) {
                throw new IllegalStateException("%d predictions for %d rows".formatted(rows.size(), expected.size()));
            }
            return switch (metric) {
                case "auc" ->
                    auc(
                            column(rows, 1),
                            expected.stream()
                                    .map(label -> index(labels, label) == 1)
                                    .toList());
                case "logloss" -> logLoss(labels, rows, expected);
                case "rmse" -> rmse(column(rows, 0), expected);
                default -> throw new IllegalArgumentException("no such metric: " + metric);
            };
        }

        /** Chance that a positive row scores above a negative one; a tie counts half. */
        static double auc(double[] scores, List<Boolean> positive) {
            Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
            java.util.Arrays.sort(order, Comparator.comparingDouble(row -> scores[row]));
            double rankSum = 0;
            long positives = 0;
            for (int start = 0, end; start < order.length; start = end) {
                end = start;
                int among = 0;
                while (end < order.length && scores[order[end]] == scores[order[start]]) {
                    among += positive.get(order[end++]) ? 1 : 0;
                }
                rankSum += among * (start + 1 + end) / 2.0;
                positives += among;
            }
            long negatives = scores.length - positives;
            return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
        }

        static double logLoss(List<String> labels, List<List<String>> rows, List<String> expected) {
            return IntStream.range(0, rows.size())
                    .mapToDouble(row -> {
                        int label = index(labels, expected.get(row));
                        double probability =
                                label < 0 ? 0 : Double.parseDouble(rows.get(row).get(label));
                        return -Math.log(Math.min(1 - 1e-15, Math.max(1e-15, probability)));
                    })
                    .average()
                    .orElseThrow();
        }

        static double rmse(double[] predicted, List<String> expected) {
            return Math.sqrt(IntStream.range(0, predicted.length)
                    .mapToDouble(row -> Math.pow(predicted[row] - Double.parseDouble(expected.get(row)), 2))
                    .average()
                    .orElseThrow());
        }

        private static double[] column(List<List<String>> rows, int column) {
            return rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.get(column)))
                    .toArray();
        }

        /** Place of the label among the predicted ones, -1 if training never saw it. */
        private static int index(List<String> labels, String label) {
            return labels.indexOf(label.strip());
        }
    }

    /** Comma-separated text with quotes. */
    private static final class Csv {
        static List<List<String>> read(String text) {
            List<List<String>> records = new ArrayList<>();
            List<String> record = new ArrayList<>();
            StringBuilder value = new StringBuilder();
            boolean quoted = false;
            for (int at = 0; at < text.length(); at++) {
                char letter = text.charAt(at);
                if (letter == '"') {
                    boolean escaped = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
                    if (escaped) {
                        value.append(letter);
                        at++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (quoted || letter != ',' && letter != '\n' && letter != '\r') {
                    value.append(letter);
                } else if (letter != '\r') {
                    record.add(value.toString());
                    value.setLength(0);
                    if (letter == '\n') {
                        records.add(record);
                        record = new ArrayList<>();
                    }
                }
            }
            if (value.length() > 0) {
                record.add(value.toString());
                records.add(record);
            }
            return records;
        }
    }

    /** The packaged application in a process of its own, with a data folder that goes when it does. */
    private static final class Service implements AutoCloseable {
        private static final Duration START_LIMIT = Duration.ofSeconds(300);
        private final HttpClient http = HttpClient.newHttpClient();
        private final Process process;
        private final Path folder;
        private final String base;
        private final Path app;

        private Service(Process process, Path folder, String base, Path app) {
            this.app = app;
            this.process = process;
            this.folder = folder;
            this.base = base;
        }

        static Service start(Path app) throws IOException, InterruptedException {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Path folder = Files.createTempDirectory("thresher-bench");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dthresher.data-dir=" + folder.resolve("data"),
                            "-Dquarkus.http.port=" + port,
                            "-jar",
                            app.resolve("quarkus-run.jar").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Service service = new Service(process, folder, "http://127.0.0.1:" + port, app);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            service.awaitReady();
            return service;
        }

        private void awaitReady() throws IOException, InterruptedException {
            Instant limit = Instant.now().plus(START_LIMIT);
            while (true) {
                try {
                    get("/q/health/ready");
                    return;
                } catch (IOException | IllegalStateException e) {
                    if (!process.isAlive() || Instant.now().isAfter(limit)) {
                        String log = Files.readString(folder.resolve("log"));
                        close();
                        throw new IllegalStateException("the service does not start\n" + log, e);
                    }
                    Thread.sleep(50);
                }
            }
        }

        Json get(String path) throws IOException, InterruptedException {
            return Json.parse(new String(bytes(path), StandardCharsets.UTF_8));
        }

        byte[] bytes(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(base + path)));
        }

        Json upload(Path file, String name) throws IOException, InterruptedException {
            String boundary = "thresher-bench-boundary";
            String before = ("--%1$s\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n%2$s\r\n"
                            + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s.csv\"\r\n"
                            + "Content-Type: text/csv\r\n\r\n")
                    .formatted(boundary, name);
            byte[] answer = send(HttpRequest.newBuilder(URI.create(base + "/api/v1/datasets"))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(before),
                            BodyPublishers.ofFile(file),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
            return Json.parse(new String(answer, StandardCharsets.UTF_8));
        }

        /** Predictions of one trial's model, by the application's command line. */
        String predictAlone(String job, int trial, Path rows) throws IOException, InterruptedException {
            Path model = folder.resolve("data/jobs/%s/trials/%d/model.onnx".formatted(job, trial));
            Path predicted = folder.resolve("alone.csv");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            app.resolve("quarkus-run.jar").toString(),
                            "predict",
                            model.toString(),
                            rows.toString(),
                            predicted.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("alone.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("alone.log")));
            }
            return Files.readString(predicted);
        }

        Json submit(String dataset, String target, Duration budget, String strategy, long seed, boolean warm)
                throws IOException, InterruptedException {
            String request = ("{\"dataset\":\"%s\",\"target\":\"%s\",\"budget\":{\"time\":\"%s\"},"
                            + "\"strategy\":\"%s\",\"seed\":%d,\"warmStart\":%s}")
                    .formatted(
                            dataset, target.replace("\\", "\\\\").replace("\"", "\\\""), budget, strategy, seed, warm);
            byte[] answer = send(HttpRequest.newBuilder(URI.create(base + "/api/v1/search-jobs"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(request)));
            return Json.parse(new String(answer, StandardCharsets.UTF_8));
        }

        String predict(String path, Path csv) throws IOException, InterruptedException {
            byte[] answer = send(HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "text/csv")
                    .header("Accept", "text/csv")
                    .POST(BodyPublishers.ofFile(csv)));
            return new String(answer, StandardCharsets.UTF_8);
        }

        private byte[] send(HttpRequest.Builder builder) throws IOException, InterruptedException {
            HttpRequest request = builder.timeout(Duration.ofMinutes(2)).build();
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(
                                request.method(),
                                request.uri().getPath(),
                                response.statusCode(),
                                new String(response.body(), StandardCharsets.UTF_8)));
            }
            return response.body();
        }

        /** Lines of the log at WARN and ERROR. */
        List<String> complaints() {
            try (Stream<String> lines = Files.lines(folder.resolve("log"), StandardCharsets.ISO_8859_1)) {
                return lines.filter(line -> line.matches("\\S+ (WARN|ERROR|FATAL) .*"))
                        .toList();
            } catch (IOException e) {
                return List.of("the log cannot be read: " + e.getMessage());
            }
        }

        /** Ends the process and says so if a worker outlives it by ten seconds. */
        @Override
        public void close() throws IOException, InterruptedException {
            List<ProcessHandle> workers = process.descendants().toList();
            process.destroy();
            if (!process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
                System.out.println("the service did not stop within 20 s of SIGTERM");
                process.destroyForcibly().waitFor();
            }
            for (int i = 0; i < 100 && workers.stream().anyMatch(ProcessHandle::isAlive); i++) {
                Thread.sleep(100);
            }
            workers.stream().filter(ProcessHandle::isAlive).forEach(worker -> {
                System.out.println("worker " + worker.pid() + " outlived the service");
                worker.destroyForcibly();
            });
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
    }

    /** A JSON value: a map, a list, a text, a double, a boolean or null. */
    private record Json(Object value) {
        static Json parse(String text) {
            return new Json(new Reader(text).value());
        }

        Json at(String name) {
            return find(name).orElseThrow(() -> new IllegalStateException("no '%s' in %s".formatted(name, value)));
        }

        Optional<Json> find(String name) {
            return Optional.ofNullable(((Map<?, ?>) value).get(name)).map(Json::new);
        }

        List<Json> items() {
            return ((List<?>) value).stream().map(Json::new).toList();
        }

        Json last() {
            return items().get(items().size() - 1);
        }

        String text() {
            return (String) value;
        }

        double number() {
            return (double) value;
        }

        /** Reads well-formed JSON; what is not is not told apart. */
        private static final class Reader {
            private final String text;
            private int at;

            Reader(String text) {
                this.text = text;
            }

            Object value() {
                char first = next();
                return switch (first) {
                    case '{' -> map();
                    case '[' -> list();
                    case '"' -> string();
                    default -> word();
                };
            }

            private Map<String, Object> map() {
                Map<String, Object> map = new LinkedHashMap<>();
                at++;
                while (next() != '}') {
                    String name = string();
                    next();
                    at++;
                    map.put(name, value());
                    at += next() == ',' ? 1 : 0;
                }
                at++;
                return map;
            }

            private List<Object> list() {
                List<Object> list = new ArrayList<>();
                at++;
                while (next() != ']') {
                    list.add(value());
                    at += next() == ',' ? 1 : 0;
                }
                at++;
                return list;
            }

            private String string() {
                StringBuilder string = new StringBuilder();
                for (at++; text.charAt(at) != '"'; at++) {
                    string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
                }
                at++;
                return string.toString();
            }

            private char escaped() {
                char letter = text.charAt(++at);
                if (letter == 'u') {
                    at += 4;
                    return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
                }
                int known = "bfnrt".indexOf(letter);
                return known < 0 ? letter : "\b\f\n\r\t".charAt(known);
            }

            private Object word() {
                int start = at;
                while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                String word = text.substring(start, at);
                return switch (word) {
                    case "null" -> null;
                    case "true", "false" -> word.equals("true");
                    default -> Double.valueOf(word);
                };
            }

            private char next() {
                while (Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                return text.charAt(at);
            }
        }
    }
}
